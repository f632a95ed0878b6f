import { fromText, toText } from './json-text.ts'
import type { Port } from './port.ts'

/** Two ends of one connection, as the hosts make them: for tests. */
export interface PortPair {
  readonly near: Port
  readonly far: Port
}

/** As between a window and its engine: messages are cloned. */
export function clonedPair(): PortPair {
  const { port1, port2 } = new MessageChannel()
  return { near: clonedPort(port1), far: clonedPort(port2) }
}

function clonedPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  }
}

/** As between a browser and its engine: messages travel as text, each in a turn of its own. */
export function writtenPair(): PortPair {
  const near = new WrittenEnd()
  const far = new WrittenEnd()
  return { near: writtenPort(near, far), far: writtenPort(far, near) }
}

class WrittenEnd {
  open = true
  receive: (message: unknown) => void = () => {}
  readonly onClose: (() => void)[] = []

  end(): void {
    this.open = false
    for (const listener of this.onClose.splice(0)) listener()
  }
}

function writtenPort(mine: WrittenEnd, other: WrittenEnd): Port {
  return {
    post: (message) => {
      const text = toText(message)
      queueMicrotask(() => {
        if (other.open) other.receive(fromText(text))
      })
    },
    onMessage: (listener) => {
      mine.receive = listener
    },
    onClose: (listener) => void mine.onClose.push(listener),
    close: () => {
      mine.end()
      other.end()
    },
  }
}
