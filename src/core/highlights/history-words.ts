import { characterStart } from '#text/graphemes.ts'

/** Pieces of the lines that the history shows. */

const longest = 48

/** The beginning of a quotation, in quotation marks, on one line. */
export function inWords(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? `“${line}”` : `“${line.slice(0, characterStart(line, longest)).trimEnd()}…”`
}

/** `1 highlight`, `12 highlights`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}
