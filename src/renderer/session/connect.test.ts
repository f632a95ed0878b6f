import { expect, test, vi } from 'vitest'
import type { EngineEvent } from '#contract/engine.ts'
import type { Port } from '#wire/port.ts'
import { keepConnected } from './connect.ts'

/** The far end of a connection: answers every question with the number of the connection. */
class FarEnd {
  #connections = 0
  #end: () => void = () => {}
  reachable = true

  open = (): Promise<Port> => {
    if (!this.reachable) return Promise.reject(new Error('Nobody there'))
    const connection = ++this.#connections
    let hear: (message: unknown) => void = () => {}
    return Promise.resolve({
      post: (message) => {
        const { id } = message as { id: number }
        queueMicrotask(() => hear({ kind: 'value', id, value: connection }))
      },
      onMessage: (listener) => {
        hear = listener
      },
      onClose: (listener) => {
        this.#end = listener
      },
      close: () => {},
    })
  }

  breakOff(): void {
    this.#end()
  }
}

test('what is asked before the engine is reached waits for it', async () => {
  const link = keepConnected(new FarEnd().open)
  expect(link.state.getState()).toBe('connecting')
  expect(await link.engine.ask('casebook.info', {})).toBe(1)
  expect(link.state.getState()).toBe('open')
})

test('a lost connection is told at once, tried again, and everything is announced as changed', async () => {
  vi.useFakeTimers()
  const far = new FarEnd()
  const link = keepConnected(far.open)
  const events: EngineEvent[] = []
  link.engine.onEvent((event) => events.push(event))
  await link.engine.ask('casebook.info', {})

  far.reachable = false
  far.breakOff()
  expect(link.state.getState()).toBe('lost')
  await expect(link.engine.ask('casebook.info', {})).rejects.toMatchObject({ code: 'connection.lost' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(link.state.getState()).toBe('lost')

  far.reachable = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(link.state.getState()).toBe('open')
  expect(await link.engine.ask('casebook.info', {})).toBe(2)
  expect(events).toContainEqual({ name: 'sources.changed', ids: null })
  vi.useRealTimers()
})
