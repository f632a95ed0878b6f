/** The signs of Rich Text Format (version 1.9.1), one after the other. Bytes are read as Latin letters: their code pages come later. */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\fs24`; the number is null where none is written. Also `\'e9` as `'` and signs such as `\~`. */
  | { readonly kind: 'control'; readonly name: string; readonly number: number | null }
  | { readonly kind: 'letters'; readonly letters: string }

const word = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const hex = /'([0-9a-fA-F]{2})/y
/** Line ends between the signs mean nothing. */
const plain = /[^\\{}\r\n\0]+/y

export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < source.length) {
    const letters = match(plain)?.[0]
    if (letters !== undefined) {
      yield { kind: 'letters', letters }
      continue
    }
    const sign = source[at++]
    if (sign === '{') yield { kind: 'open' }
    else if (sign === '}') yield { kind: 'close' }
    else if (sign === '\\') {
      const byte = match(hex)?.[1]
      const control = byte === undefined ? match(word) : null
      if (byte !== undefined) yield { kind: 'control', name: "'", number: Number.parseInt(byte, 16) }
      else if (control === null) yield { kind: 'control', name: source[at++] ?? '', number: null }
      else {
        const number = control[2] === undefined ? null : Number(control[2])
        // What follows are so many bytes of a picture, whatever signs they look like.
        if (control[1] === 'bin') at += Math.max(0, number ?? 0)
        else yield { kind: 'control', name: control[1] ?? '', number }
      }
    }
  }
}
