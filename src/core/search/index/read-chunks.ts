import type { Store } from '../../casebook/casebook.ts'
import type { Stretch } from './searched-text.ts'

/**
 * Texts as they are stored, in chunks, read as cheaply as SQLite can: a page of hits does it twenty times.
 *
 * - What a statement compares with is the whole of a unique key, or stands as `+?`. SQLite 3.54 looks at the values bound to plain
 *   parameters when it makes its plan, and prepares the statement anew with each other value, which takes ten times as long as
 *   running it.
 * - A large chunk comes as bytes: made into words here, it takes half the time that it takes on the way out of SQLite.
 */

const CHUNK = 'start, CASE WHEN octet_length(chunk) > 4096 THEN CAST(chunk AS BLOB) ELSE chunk END AS chunk'

interface ChunkRow {
  readonly start: number
  readonly chunk: string | Buffer
}

/** A whole text. `length`: how long it is. */
export function readText(store: Store, text: number, length: number): string {
  return readChunks(store, text, 0, length).text
}

/** The chunks in which the characters from `start` to `end` lie, as one stretch. */
export function readChunks(store: Store, text: number, start: number, end: number): Stretch {
  const first = chunkRound(store, text, start)
  if (first === undefined) return { start: 0, text: '' }
  let read = first.chunk.toString()
  while (first.start + read.length < end) {
    const next = chunkFrom(store, text, first.start + read.length)
    if (next === undefined) break
    read += next.chunk.toString()
  }
  return { start: first.start, text: read }
}

/** Most begin at a multiple of this; where a pair of surrogates would be parted, a chunk is longer by one, and those behind it begin later. */
const USUAL = 16_384

function chunkRound(store: Store, text: number, at: number): ChunkRow | undefined {
  const likely = chunkFrom(store, text, at - (at % USUAL))
  if (likely !== undefined && likely.start + likely.chunk.length > at) return likely
  const sql = `SELECT ${CHUNK} FROM text_chunks WHERE text = +? AND start <= +? ORDER BY start DESC LIMIT 1`
  return store.get<ChunkRow>(sql, text, at)
}

function chunkFrom(store: Store, text: number, start: number): ChunkRow | undefined {
  return store.get<ChunkRow>(`SELECT ${CHUNK} FROM text_chunks WHERE text = ? AND start = ?`, text, start)
}
