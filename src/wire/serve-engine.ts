import type { CallName, Engine } from '#contract/engine.ts'
import { CasebookError, type Failure } from '#contract/failure.ts'
import type { Reply, Request } from './messages.ts'
import type { Port } from './port.ts'

/**
 * Answers what comes in at a port with an engine that is near. What the far side asked for and is still running
 * is cancelled when it goes away; the engine itself stays open.
 * @returns its own undo
 */
export function serveEngine(port: Port, engine: Engine): () => void {
  const running = new Map<number, AbortController>()
  const post = (reply: Reply) => port.post(reply)
  const stopEvents = engine.onEvent((event) => post({ kind: 'event', event }))

  async function answer(id: number, name: CallName, input: unknown): Promise<void> {
    const abort = new AbortController()
    running.set(id, abort)
    try {
      // The engine parses the input itself, whatever it is.
      const value = await engine.ask(name, input as never, {
        signal: abort.signal,
        onProgress: (progress) => post({ kind: 'progress', id, progress }),
      })
      post({ kind: 'value', id, value })
    } catch (error) {
      post({ kind: 'failure', id, failure: failureOf(error) })
    } finally {
      running.delete(id)
    }
  }

  function stop(): void {
    stopEvents()
    for (const abort of running.values()) abort.abort()
  }

  port.onMessage((message) => {
    const request = parseRequest(message)
    if (request === null) return
    if (request.kind === 'cancel') running.get(request.id)?.abort()
    else void answer(request.id, request.name, request.input)
  })
  port.onClose(stop)
  return stop
}

function failureOf(error: unknown): Failure {
  if (error instanceof CasebookError) return error.toFailure()
  return { code: 'engine.fault', message: error instanceof Error ? error.message : String(error), about: {} }
}

/** A message that is no request is none of ours, and is passed over. */
function parseRequest(message: unknown): Request | null {
  if (typeof message !== 'object' || message === null) return null
  const { kind, id, name } = message as Partial<Record<'kind' | 'id' | 'name', unknown>>
  if (typeof id !== 'number') return null
  if (kind === 'cancel') return { kind, id }
  if (kind !== 'ask' || typeof name !== 'string') return null
  // An unknown name is the engine's to refuse.
  return { kind, id, name: name as CallName, input: (message as { input?: unknown }).input }
}
