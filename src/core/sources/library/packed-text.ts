import type { Store } from '../../casebook/casebook.ts'

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

/**
 * A text in the pieces it is stored in, as UTF-8. Bytes go from one thread to another, and into SQLite, at a fraction of what strings
 * take, and do not fill the heap while they wait.
 */
export interface PackedText {
  readonly length: number
  readonly chunks: readonly { readonly start: number; readonly utf8: Uint8Array }[]
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder('utf-8', { ignoreBOM: true })]

export function packText(text: string): PackedText {
  const chunks = cutChunks(text).map(({ start, chunk }) => ({ start, utf8: encoder.encode(chunk) }))
  return { length: text.length, chunks }
}

export function unpackText({ chunks }: PackedText): string {
  return chunks.map(({ utf8 }) => decoder.decode(utf8)).join('')
}

export function writeChunks(store: Store, text: number, { chunks }: PackedText): void {
  for (const { start, utf8 } of chunks)
    store.run(
      'INSERT INTO text_chunks (text, start, chunk) VALUES (?, ?, CAST(? AS TEXT))',
      text,
      start,
      utf8,
    )
}
