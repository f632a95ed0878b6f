import type { Store } from '../../casebook/casebook.ts'

/** A text is stored in pieces, so that a passage is cut from one or two of them. Offsets are UTF-16 code units. */

const chunkUnits = 16_384

export interface TextChunk {
  readonly start: number
  readonly chunk: string
}

/** Cuts a text into pieces of about 16,000 code units; never inside a surrogate pair or a CRLF. */
export function cutChunks(text: string, size = chunkUnits): TextChunk[] {
  const chunks: TextChunk[] = []
  for (let start = 0; start < text.length; ) {
    const end = chunkEnd(text, start + size)
    chunks.push({ start, chunk: text.slice(start, end) })
    start = end
  }
  return chunks
}

function chunkEnd(text: string, end: number): number {
  if (end >= text.length) return text.length
  const [before, after] = [text.charCodeAt(end - 1), text.charCodeAt(end)]
  const insidePair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
  const insideLineBreak = before === 0x0d && after === 0x0a
  return insidePair || insideLineBreak ? end + 1 : end
}

export function writeChunks(store: Store, text: number, words: string): void {
  for (const { start, chunk } of cutChunks(words))
    store.run('INSERT INTO text_chunks (text, start, chunk) VALUES (?, ?, ?)', text, start, chunk)
}

/** The whole text with this key of `texts`. */
export function readText(store: Store, text: number): string {
  return store
    .all<{ chunk: string }>('SELECT chunk FROM text_chunks WHERE text = ? ORDER BY start', text)
    .map(({ chunk }) => chunk)
    .join('')
}

/** What stands between two offsets of the text; ends beyond the text are cut off. Reads only the pieces it needs. */
export function cutText(store: Store, text: number, start: number, end: number): string {
  const chunks = store.all<TextChunk>(
    `SELECT start, chunk FROM text_chunks WHERE text = ? AND start < ? AND start >= coalesce(
       (SELECT max(start) FROM text_chunks WHERE text = ? AND start <= ?), 0) ORDER BY start`,
    text,
    end,
    text,
    start,
  )
  const first = chunks[0]
  if (first === undefined) return ''
  const words = chunks.map(({ chunk }) => chunk).join('')
  return words.slice(Math.max(0, start - first.start), Math.max(0, end - first.start))
}
