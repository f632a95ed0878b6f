/**
 * Messages as text, for ports that carry no objects (a WebSocket). Bytes travel as base64 under a name that no
 * record of ours has; what is undefined is left out, as the contract allows.
 */

const bytesKey = '$bytes'

export function toText(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) =>
    value instanceof Uint8Array ? { [bytesKey]: toBase64(value) } : value,
  )
}

/** @throws SyntaxError where the text is no message */
export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && bytesKey in value && typeof value[bytesKey] === 'string'
      ? fromBase64(value[bytesKey])
      : value,
  )
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const digits = new Map(alphabet.split('').map((letter, at) => [letter.charCodeAt(0), at]))

// Written out because neither `Buffer` nor `btoa` is plain TypeScript.
function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const left = bytes.length - at
    const word = (a << 16) | (b << 8) | c
    pieces.push(
      `${alphabet.charAt(word >> 18)}${alphabet.charAt((word >> 12) & 63)}` +
        (left > 1 ? alphabet.charAt((word >> 6) & 63) : '=') +
        (left > 2 ? alphabet.charAt(word & 63) : '='),
    )
  }
  return pieces.join('')
}

function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const digit = (at: number) => digits.get(text.charCodeAt(at)) ?? 0
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const word = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3)
    bytes[to] = word >> 16
    bytes[to + 1] = (word >> 8) & 255
    bytes[to + 2] = word & 255
  }
  return bytes
}
