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

const CHUNK = 'CASE WHEN octet_length(chunk) > 4096 THEN CAST(chunk AS BLOB) ELSE chunk END AS chunk'

interface ChunkRow {
  readonly start: number
  readonly chunk: string | Buffer
}

/** A whole text. `length`: how long it is. */
export function readText(store: Store, text: number, length: number): string {
  const first = store.get<ChunkRow>(
    `SELECT start, ${CHUNK} FROM text_chunks WHERE text = ? AND start = 0`,
    text,
  )
  const read = first?.chunk.toString() ?? ''
  return read.length < length ? read + readFrom(store, text, read.length, length) : read
}

/** The chunks in which the characters from `start` to `end` lie, as one stretch. */
export function readChunks(store: Store, text: number, start: number, end: number): Stretch {
  const from = store.value<number | null>(
    'SELECT max(start) FROM text_chunks WHERE text = +? AND start <= +?',
    text,
    start,
  )
  return { start: from ?? 0, text: readFrom(store, text, from ?? 0, end) }
}

function readFrom(store: Store, text: number, start: number, end: number): string {
  return store
    .all<ChunkRow>(
      `SELECT start, ${CHUNK} FROM text_chunks WHERE text = +? AND start >= +? AND start < +? ORDER BY start`,
      text,
      start,
      end,
    )
    .map(({ chunk }) => chunk.toString())
    .join('')
}
