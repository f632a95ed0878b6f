import type { Store } from './store.ts'

/**
 * The texts of the file, which stand in it in chunks so that a passage is cut from one or two of them. Offsets are UTF-16 code units.
 * Read as cheaply as SQLite can, for a page of hits reads twenty:
 *
 * - What a statement compares with stands as `+?`. SQLite 3.54 looks at the values bound to plain parameters when it makes its plan, and
 *   prepares the statement anew with each other value, which takes as long as running it.
 * - A large chunk comes as bytes: made into words here, it takes half the time that it takes on the way out of SQLite.
 */

interface ChunkRow {
  readonly start: number
  readonly chunk: string | Buffer
}

const CHUNKS = `
  SELECT start, CASE WHEN octet_length(chunk) > 4096 THEN CAST(chunk AS BLOB) ELSE chunk END AS chunk
  FROM text_chunks WHERE text = +?`

/** The whole text with this key of `texts`; empty for one that is not there. */
export function readText(store: Store, text: number): string {
  return joined(store.all<ChunkRow>(`${CHUNKS} ORDER BY start`, text))
}

/** What stands between two offsets of the text; ends beyond the text are cut off. */
export function cutText(store: Store, text: number, start: number, end: number): string {
  const chunks = store.all<ChunkRow>(
    `${CHUNKS} AND start < +? AND start >= coalesce(
       (SELECT max(start) FROM text_chunks WHERE text = +? AND start <= +?), 0) ORDER BY start`,
    text,
    end,
    text,
    start,
  )
  const first = chunks[0]?.start ?? 0
  return joined(chunks).slice(Math.max(0, start - first), Math.max(0, end - first))
}

function joined(chunks: readonly ChunkRow[]): string {
  return chunks.map(({ chunk }) => chunk.toString()).join('')
}
