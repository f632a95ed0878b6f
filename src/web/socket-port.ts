import type { WebSocket } from 'ws'
import { fromText, toText } from '#wire/json-text.ts'
import type { Port } from '#wire/port.ts'

/** A WebSocket as a port: messages travel as text. What is no message ends the connection. */
export function socketPort(socket: WebSocket): Port {
  return {
    post: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(toText(message))
    },
    onMessage: (listener) =>
      socket.on('message', (data, isBinary) => {
        const message = !isBinary && Buffer.isBuffer(data) ? parse(data.toString('utf8')) : undefined
        if (message === undefined) socket.close(1003, 'Not a message of Casebook')
        else listener(message)
      }),
    onClose: (listener) => socket.on('close', listener),
    close: () => socket.close(),
  }
}

function parse(text: string): unknown {
  try {
    return fromText(text)
  } catch {
    return undefined
  }
}
