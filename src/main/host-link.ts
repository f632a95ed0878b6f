import type { MessagePortMain, ParentPort } from 'electron'
import type { Port } from '#wire/port.ts'
import type { BridgedReport, BridgedRequest, EngineReport, EngineRequest } from './engine-messages.ts'

/** The engine's way to the main process that started it, and the pages' ports that come along it. */
export interface HostLink {
  report(report: EngineReport): void
  onConnection(listener: (port: Port) => void): void
  /** The desktop asks for the end, or is gone. */
  onCloseRequest(listener: () => void): void
}

/** In a utility process Electron hands ports over; in a plain child of another Node main bridges them. */
export function linkToHost(): HostLink {
  return process.parentPort === undefined ? childLink() : utilityLink(process.parentPort)
}

function utilityLink(parent: ParentPort): HostLink {
  return {
    report: (report) => parent.postMessage(report),
    onConnection: (listener) =>
      void parent.on('message', ({ data, ports }) => {
        const [port] = ports
        if ((data as EngineRequest).kind === 'connect' && port !== undefined) listener(handedOver(port))
      }),
    onCloseRequest: (listener) =>
      void parent.on('message', ({ data }) => {
        if ((data as EngineRequest).kind === 'close') listener()
      }),
  }
}

function handedOver(port: MessagePortMain): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }: { data: unknown }) => listener(data))
      port.start()
    },
    onClose: (listener) => void port.once('close', listener),
    close: () => port.close(),
  }
}

function childLink(): HostLink {
  const send = (report: BridgedReport) => {
    if (process.connected) process.send?.(report)
  }
  const ports = new Map<number, BridgedPort>()
  const connectionListeners: ((port: Port) => void)[] = []
  const closeListeners: (() => void)[] = []
  const askForClose = () => {
    for (const listener of closeListeners) listener()
  }

  process.on('message', (message) => {
    // Main sends nothing else.
    const request = message as BridgedRequest
    if (request.kind === 'close') return askForClose()
    if (request.kind === 'connect') {
      const port = new BridgedPort(request.connection, send)
      ports.set(request.connection, port)
      for (const listener of connectionListeners) listener(port)
    } else if (request.kind === 'deliver') {
      ports.get(request.connection)?.deliver(request.data)
    } else {
      ports.get(request.connection)?.end()
      ports.delete(request.connection)
    }
  })
  // Ctrl+C at a terminal reaches the whole group; when this process ends is for main to say.
  process.on('SIGINT', () => {})
  process.once('disconnect', () => {
    for (const port of ports.values()) port.end()
    askForClose()
  })

  return {
    report: send,
    onConnection: (listener) => void connectionListeners.push(listener),
    onCloseRequest: (listener) => void closeListeners.push(listener),
  }
}

/** One page's connection, as numbered messages along the one channel to main. */
class BridgedPort implements Port {
  readonly #connection: number
  readonly #send: (report: BridgedReport) => void
  #onMessage: (message: unknown) => void = () => {}
  readonly #onClose: (() => void)[] = []

  constructor(connection: number, send: (report: BridgedReport) => void) {
    this.#connection = connection
    this.#send = send
  }

  post(message: unknown): void {
    this.#send({ kind: 'deliver', connection: this.#connection, data: message })
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener
  }

  onClose(listener: () => void): void {
    this.#onClose.push(listener)
  }

  close(): void {
    this.#send({ kind: 'disconnect', connection: this.#connection })
    this.end()
  }

  deliver(message: unknown): void {
    this.#onMessage(message)
  }

  end(): void {
    for (const listener of this.#onClose.splice(0)) listener()
  }
}
