import { keepPreviousData, QueryClientProvider, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import type { AskOptions, CallInput, CallName, CallOutput, CallsOfKind, Engine } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { CasebookHost } from '#contract/host.ts'
import { showMessage } from '../parts/messages.tsx'
import { followEngine, newAnswers } from './answers.ts'

/** The screens' way to the engine: questions with kept answers, commands, and what the host can do. */

export { type Command, CommandsHere, runCommand, useCommand, useCommands } from './commands.ts'
export { type Place, type SearchPlace, usePlace } from './place-store.ts'
export { useSelection } from './selection.ts'
export { type OpenedSource, openedAt, type Side, type SourcePlace } from './side-by-side.ts'

interface Session {
  readonly engine: Engine
  readonly host: CasebookHost
}

const SessionContext = createContext<Session | null>(null)

interface SessionProviderProps extends Session {
  readonly children: ReactNode
}

export function SessionProvider({ engine, host, children }: SessionProviderProps) {
  const [answers] = useState(newAnswers)
  useEffect(() => followEngine(answers, engine), [answers, engine])
  const [session, setSession] = useState<Session>({ engine, host })
  if (session.engine !== engine || session.host !== host) setSession({ engine, host })
  return (
    <SessionContext value={session}>
      <QueryClientProvider client={answers}>{children}</QueryClientProvider>
    </SessionContext>
  )
}

function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('Only inside a SessionProvider')
  return session
}

export function useEngine(): Engine {
  return useSession().engine
}

/** What the program that shows the page can do. A missing ability means: leave the button out. */
export function useHost(): CasebookHost {
  return useSession().host
}

export interface AnswerOptions {
  /** False: not asked for now. */
  readonly enabled?: boolean
  /** Keep showing the answer to the question before, while this one is asked: no flicker while typing. */
  readonly keep?: boolean
}

/**
 * The answer to a question, kept and asked again when the engine announces a change. `input` null: nothing to ask yet.
 * Its failure is the caller's to show, in place of what is missing.
 */
export function useAnswer<N extends CallsOfKind<'question'>>(
  name: N,
  input: CallInput<N> | null,
  { enabled = true, keep = false }: AnswerOptions = {},
): UseQueryResult<CallOutput<N>, CasebookError> {
  const { engine } = useSession()
  return useQuery<CallOutput<N>, CasebookError>({
    queryKey: [name, input],
    queryFn: ({ signal }) => {
      if (input === null) throw new Error('Nothing to ask')
      return engine.ask(name, input, { signal })
    },
    enabled: enabled && input !== null,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Whether nothing can be changed: the file is read-only, or another program writes it. */
export function useReadOnly(): boolean {
  return useAnswer('casebook.info', {}).data?.readOnly ?? false
}

export interface AskQuietly extends AskOptions {
  /** The caller shows a failure itself. */
  readonly quiet?: boolean
}

export type Ask = <N extends CallName>(
  name: N,
  input: CallInput<N>,
  options?: AskQuietly,
) => Promise<CallOutput<N>>

/**
 * For commands and jobs, and for questions whose answer need not be kept. A failure is shown as a message, unless the
 * caller is `quiet`, and always thrown on.
 * @throws CasebookError
 */
export function useAsk(): Ask {
  const { engine } = useSession()
  return useCallback(
    async (name, input, { quiet = false, ...options } = {}) => {
      try {
        return await engine.ask(name, input, options)
      } catch (error) {
        if (!quiet) showFailure(error)
        throw error
      }
    },
    [engine],
  )
}

/** Shows a failure as a message. A cancelled job is no failure: the analyst knows. */
export function showFailure(error: unknown): void {
  if (error instanceof CasebookError) {
    if (error.code !== 'job.cancelled') showMessage({ tone: 'failure', text: error.message })
    return
  }
  const reason = error instanceof Error ? error.message : String(error)
  showMessage({ tone: 'failure', text: `Casebook made a mistake (${reason}). Nothing was lost.` })
}
