import { type CallName, type CallOutput, calls, type Engine, type EngineEvent } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import { briefsHandlers } from './briefs/briefs.ts'
import { Casebook, type OpenOptions, type Reading, type Transaction } from './casebook/casebook.ts'
import { casebookHandlers } from './casebook/casebook-calls.ts'
import { checkCasebook } from './check-casebook.ts'
import { dropSuggestedIn, entitiesHandlers } from './entities/entities.ts'
import { exportQueryTable, exportsHandlers } from './exports/exports.ts'
import type { Handlers, Job } from './handlers.ts'
import { carryAlong, highlightsHandlers, leaveSources, leaveVersions } from './highlights/highlights.ts'
import type { Outside } from './outside.ts'
import { type SearchAside, searchAside, searchHandlers, sourcesWithWords } from './search/search.ts'
import {
  chosenIds,
  deleteSources,
  dropUnreferenced,
  FolderKeeper,
  importSources,
  joinVersion,
  rereadSource,
  sourcesHandlers,
  splitVersion,
  traceWords,
} from './sources/sources.ts'
import { sqlFunctions } from './sql-functions.ts'
import { keepUpAtIdle, keepUpToTheEnd } from './upkeep.ts'

/** Puts the stations together; alone knows them all. */

const handlers: Handlers = {
  ...casebookHandlers,
  'casebook.check': checkCasebook,
  ...sourcesHandlers,
  ...searchHandlers,
  // Highlights and mentions know sources, and not the other way: here the one learns that the other goes.
  'sources.delete': (tx, chosen) => {
    const ids = chosenIds(tx.store, chosen)
    leaveSources(tx, ids)
    dropSuggestedIn(tx, ids)
    return deleteSources(tx, { ids })
  },
  'sources.import': (casebook, input, job) => importSources(casebook, input, job, carryAlong),
  'sources.reread': (casebook, input) => rereadSource(casebook, input, carryAlong),
  'sources.trace': (reading, input) => traceWords(reading, input, sourcesWithWords),
  'sources.joinVersion': (tx, input) => {
    const { pairs, title } = joinVersion(tx, input)
    const highlights = carryAlong(tx, pairs)
    tx.describe(title)
    return { highlights }
  },
  'sources.splitVersion': (tx, { id }) => {
    const { older, newer } = splitVersion(tx, { id })
    return { highlights: leaveVersions(tx, older, newer) }
  },
  ...highlightsHandlers,
  ...entitiesHandlers,
  ...briefsHandlers,
  ...exportsHandlers,
}

export interface EngineOptions {
  readonly outside: Outside
  /** Open for reading, where another program holds the file. */
  readonly readOnly?: boolean
  /** Search in a thread of its own: for hosts that stay open. Starting one costs more than one search at a terminal. */
  readonly searchAside?: boolean
  /** Bring in what comes into the watched folders: for hosts that stay open. */
  readonly watchFolders?: boolean
  /** Do the upkeep of the file while nobody waits: for hosts that stay open. Others do it when they close. */
  readonly keepUpAtIdle?: boolean
  /** Hold every answer against the contract: for tests. */
  readonly checkAnswers?: boolean
}

/** For hosts that stay open. */
export const stayingOpen = {
  searchAside: true,
  watchFolders: true,
  keepUpAtIdle: true,
} as const satisfies Partial<EngineOptions>

/** Makes a new casebook at `path` and opens it. @throws CasebookError casebook.exists, disk.full, disk.failed */
export function createCasebook(path: string, options: EngineOptions): Engine {
  const casebook = Casebook.create(path, openOptions(options))
  return engineOn(casebook, options)
}

/**
 * Opens the casebook at `path`.
 * @throws CasebookError casebook.not-found, casebook.not-one, casebook.newer, casebook.held, casebook.damaged
 */
export function openCasebook(path: string, options: EngineOptions): Engine {
  return engineOn(Casebook.open(path, openOptions(options)), options)
}

/** How the engine opens a file: with the functions that its triggers call. */
export function openOptions({ outside, readOnly }: EngineOptions): OpenOptions {
  return { outside, functions: sqlFunctions, readOnly: readOnly ?? false }
}

function engineOn(casebook: Casebook, options: EngineOptions): Engine {
  let closing: Promise<void> | null = null
  const running = new Set<Promise<unknown>>()
  const abort = new AbortController()
  const aside: SearchAside | null = options.searchAside === true ? searchAside(casebook.file.path) : null
  const keeper =
    options.watchFolders === true && !casebook.file.readOnly ? new FolderKeeper(casebook, carryAlong) : null
  const stopUpkeep = options.keepUpAtIdle === true ? keepUpAtIdle(casebook, () => running.size > 0) : null
  const own: Handlers = { ...handlers, ...(aside !== null && beside(aside)), ...keeper?.handlers }

  async function ask<N extends CallName>(name: N, input: unknown, job: Job): Promise<CallOutput<N>> {
    if (closing !== null) throw new CasebookError('casebook.closed', 'The casebook is closed.')
    const parsed = parseInput(name, input)
    const answer = await answerCall(casebook, own, name, parsed, job)
    if (options.checkAnswers === true) calls[name].output.parse(answer)
    return answer as CallOutput<N>
  }

  return {
    async ask(name, input, { signal, onProgress } = {}) {
      const job: Job = { progress: onProgress ?? (() => {}), signal: eitherSignal(signal, abort.signal) }
      const answer = ask(name, input, job)
      running.add(answer)
      try {
        return await answer
      } catch (error) {
        throw asFailure(error, name, options.outside)
      } finally {
        running.delete(answer)
      }
    },
    onEvent: (listener: (event: EngineEvent) => void) => casebook.onEvent(listener),
    close() {
      // Long work is asked to stop and waited for: what it was writing is whole or not there.
      closing ??= (async () => {
        abort.abort()
        stopUpkeep?.()
        await Promise.allSettled(running)
        await Promise.all([aside?.close(), keeper?.close()])
        try {
          if (!casebook.file.readOnly) dropUnreferenced(casebook.store)
          if (stopUpkeep === null) keepUpToTheEnd(casebook)
        } catch (cause) {
          // What nobody needs any more is cleared at another time: a full disk must not keep the file from closing.
          options.outside.log({ level: 'info', what: 'casebook.leftovers', cause })
        } finally {
          casebook.close()
        }
      })()
      return closing
    },
  }
}

/** Search, and what is made of long searches, beside the engine. */
function beside({ handlers }: SearchAside): Partial<Handlers> {
  return {
    ...handlers,
    'exports.queryTable': (casebook, input, job) =>
      exportQueryTable(casebook, input, job, handlers['search.runList']),
  }
}

function parseInput(name: string, input: unknown): unknown {
  const call = Object.hasOwn(calls, name) ? calls[name as CallName] : undefined
  if (call === undefined) {
    throw new CasebookError('input.unknown-call', `There is no call named ${name}.`, { call: name })
  }
  const parsed = call.input.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  throw new CasebookError(
    'input.invalid',
    `${where === '' ? name : where}: ${issue?.message ?? 'not understood'}`,
    {
      call: name,
      where,
    },
  )
}

function answerCall(
  casebook: Casebook,
  handlers: Handlers,
  name: CallName,
  input: unknown,
  job: Job,
): unknown {
  const handler = handlers[name]
  // The table of handlers is typed call by call; here the name is only known at run time, and with it the shape.
  switch (calls[name].kind) {
    case 'question':
      return (handler as (reading: Reading, input: unknown, job: Job) => unknown)(casebook, input, job)
    case 'command':
      return casebook.record(name, (tx) =>
        (handler as (tx: Transaction, input: unknown) => unknown)(tx, input),
      )
    case 'job':
      return (handler as (casebook: Casebook, input: unknown, job: Job) => Promise<unknown>)(
        casebook,
        input,
        job,
      )
  }
}

/** Expected failures pass; anything else is a fault of the program: logged with its cause, told once. */
function asFailure(error: unknown, call: CallName, outside: Outside): CasebookError {
  if (error instanceof CasebookError) {
    if (error.code === 'engine.fault')
      outside.log({ level: 'fault', what: 'engine.fault', about: { call }, cause: error })
    return error
  }
  outside.log({ level: 'fault', what: 'engine.fault', about: { call }, cause: error })
  const reason = error instanceof Error ? error.message : String(error)
  return new CasebookError(
    'engine.fault',
    `Casebook made a mistake in ${call} (${reason}). Nothing was changed; the rest goes on working.`,
    { call },
    { cause: error },
  )
}

function eitherSignal(one: Job['signal'] | undefined, other: AbortSignal): Job['signal'] {
  if (one === undefined) return other
  const both = new AbortController()
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort()
    else signal.addEventListener('abort', () => both.abort(), { once: true })
  }
  return both.signal
}
