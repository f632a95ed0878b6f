import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Engine, type EngineEvent, stations } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { CasebookHost } from '#contract/host.ts'
import { enginePortMessage } from '#contract/host.ts'
import { connectEngine } from '#wire/connect-engine.ts'
import { fromText, toText } from '#wire/json-text.ts'
import type { Port } from '#wire/port.ts'

/**
 * One engine for as long as the page stands, whatever happens to the connection under it: a lost one is tried again,
 * and `state` says where we are, so that the shell can show it.
 */
export type ConnectionState = 'connecting' | 'open' | 'lost'

export interface EngineLink {
  readonly engine: Engine
  readonly state: StoreApi<ConnectionState>
}

const firstPause = 400
const longestPause = 5_000

export function connectToEngine(host: CasebookHost): EngineLink {
  return keepConnected(host.requestEngine === undefined ? openSocket : () => askDesktop(host.requestEngine))
}

/** `openPort` rejects where there is nobody at the other end. */
export function keepConnected(openPort: () => Promise<Port>): EngineLink {
  const state = createStore<ConnectionState>(() => 'connecting')
  const listeners = new Set<(event: EngineEvent) => void>()
  let closed = false
  let pause = firstPause
  let current = connect()

  function connect(): Promise<Engine> {
    const opened = openPort().then(takeUp)
    opened.catch(tryAgain)
    return opened
  }

  function takeUp(port: Port): Engine {
    const engine = connectEngine({
      ...port,
      // The far engine hears of the end first, then the page.
      onClose: (listener) =>
        port.onClose(() => {
          listener()
          tryAgain()
        }),
    })
    engine.onEvent((event) => {
      for (const listener of listeners) listener(event)
    })
    pause = firstPause
    const again = state.getState() === 'lost'
    state.setState('open', true)
    if (again) announceEverything()
    return engine
  }

  /** Nobody knows what has changed meanwhile. */
  function announceEverything(): void {
    for (const station of stations)
      for (const listener of listeners) listener({ name: `${station}.changed`, ids: null })
  }

  function tryAgain(): void {
    if (closed) return
    state.setState('lost', true)
    setTimeout(() => {
      if (!closed) current = connect()
    }, pause)
    pause = Math.min(pause * 2, longestPause)
  }

  return {
    state,
    engine: {
      // What is asked before the first connection waits for it; a lost one is told at once.
      async ask(name, input, options) {
        if (state.getState() === 'lost') throw lost()
        const engine = await current.catch((cause: unknown) => {
          throw lost(cause)
        })
        return engine.ask(name, input, options)
      },
      onEvent(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      async close() {
        closed = true
        await current.then(
          (engine) => engine.close(),
          () => {},
        )
      },
    },
  }
}

function lost(cause?: unknown): CasebookError {
  return new CasebookError(
    'connection.lost',
    'Casebook has lost its engine and is trying to reach it again. What was saved is safe.',
    {},
    { cause },
  )
}

/** The desktop answers a request with a message that carries the port. */
function askDesktop(requestEngine: CasebookHost['requestEngine']): Promise<Port> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const [port] = event.ports
      if (event.source !== window || event.data !== enginePortMessage || port === undefined) return
      window.removeEventListener('message', take)
      resolve(portOfMessagePort(port))
    }
    window.addEventListener('message', take)
    requestEngine?.()
  })
}

function portOfMessagePort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', listener, { once: true }),
    close: () => port.close(),
  }
}

/** The browser host waits behind a socket on the page's own origin. */
function openSocket(): Promise<Port> {
  return new Promise((resolve, reject) => {
    const address = new URL('/engine', window.location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(address)
    const refused = () => reject(new Error('The engine does not answer'))
    socket.addEventListener('close', refused)
    socket.addEventListener('open', () => {
      socket.removeEventListener('close', refused)
      resolve(portOfSocket(socket))
    })
  })
}

function portOfSocket(socket: WebSocket): Port {
  return {
    post: (message) => socket.send(toText(message)),
    onMessage: (listener) =>
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') listener(fromText(data))
      }),
    onClose: (listener) => socket.addEventListener('close', listener, { once: true }),
    close: () => socket.close(),
  }
}
