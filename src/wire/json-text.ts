/**
 * Messages as text, for ports that carry no objects (a WebSocket). Bytes travel as base64 under the name `$bytes`; a record
 * of ours that has such a name travels with one more `$` before it. What is undefined is left out, as the contract
 * allows.
 */

const bytesKey = '$bytes'
/** The name itself, and every name that makes way for it. */
const likeBytesKey = /^\$+bytes$/

export function toText(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) =>
    value instanceof Uint8Array
      ? new Written(toBase64(value))
      : withNames(value, (name) => (likeBytesKey.test(name) ? `$${name}` : name)),
  )
}

/** @throws SyntaxError where the text is no message */
export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (
      typeof value === 'object' &&
      value !== null &&
      bytesKey in value &&
      typeof value[bytesKey] === 'string'
    )
      return fromBase64(value[bytesKey])
    return withNames(value, (name) => (likeBytesKey.test(name) ? name.slice(1) : name))
  })
}

/** Bytes on their way: the one record whose name is not to be changed. */
class Written {
  readonly [bytesKey]: string

  constructor(base64: string) {
    this[bytesKey] = base64
  }
}

/** The record itself where no name of it needs another, which is nearly always. */
function withNames(value: unknown, rename: (name: string) => string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Written)
    return value
  const names = Object.keys(value)
  if (!names.some((name) => likeBytesKey.test(name))) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [rename(name), one]))
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
