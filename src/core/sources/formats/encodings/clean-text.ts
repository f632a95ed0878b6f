/** Makes a decoded text storable without moving a character: SQLite ends text at NUL, and UTF-8 has no lone surrogates. */

export interface CleanText {
  readonly text: string
  readonly warnings: readonly string[]
}

export function cleanText(decoded: string): CleanText {
  const warnings: string[] = []
  let text = decoded
  if (!text.isWellFormed()) {
    text = text.toWellFormed()
    warnings.push('Halves of characters that mean nothing alone were replaced by �.')
  }
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '\u{fffd}')
    warnings.push('NUL characters were replaced by �.')
  }
  return { text, warnings }
}
