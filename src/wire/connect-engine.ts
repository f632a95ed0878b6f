import type { CallName, CallOutput, Engine, EngineEvent, Progress } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { Reply } from './messages.ts'
import type { Port } from './port.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: CasebookError) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** An engine that is far away, as if it were near. When the port closes, what is still asked fails with `connection.lost`. */
export function connectEngine(port: Port): Engine {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: EngineEvent) => void>()
  let lastId = 0
  let lost = false

  port.onMessage((message) => {
    // The far end is ours: the host that made the port has checked who is there.
    const reply = message as Reply
    if (reply.kind === 'event') {
      for (const listener of listeners) listener(reply.event)
      return
    }
    const one = waiting.get(reply.id)
    if (one === undefined) return
    if (reply.kind === 'progress') {
      one.onProgress?.(reply.progress)
      return
    }
    waiting.delete(reply.id)
    if (reply.kind === 'value') one.resolve(reply.value)
    else one.reject(CasebookError.from(reply.failure))
  })

  port.onClose(() => {
    lost = true
    for (const one of waiting.values()) one.reject(connectionLost())
    waiting.clear()
  })

  return {
    ask<N extends CallName>(
      name: N,
      input: unknown,
      options: Parameters<Engine['ask']>[2] = {},
    ): Promise<CallOutput<N>> {
      if (lost) return Promise.reject(connectionLost())
      const id = ++lastId
      const cancel = () => port.post({ kind: 'cancel', id })
      const answer = new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress: options.onProgress })
        port.post({ kind: 'ask', id, name, input })
        options.signal?.addEventListener('abort', cancel, { once: true })
        if (options.signal?.aborted === true) cancel()
      })
      // The engine answers by the contract; its tests hold every answer against it.
      return answer.finally(() => options.signal?.removeEventListener('abort', cancel)) as Promise<
        CallOutput<N>
      >
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      port.close()
      return Promise.resolve()
    },
  }
}

function connectionLost(): CasebookError {
  return new CasebookError(
    'connection.lost',
    'The connection to the casebook was lost. What was saved is safe: open the casebook again.',
  )
}
