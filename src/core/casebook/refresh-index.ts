import type { Store } from './store.ts'

/**
 * Brings the index up to what the transaction changed, before it is committed. The triggers only note which items are stale: an
 * FTS5 table that is written to inside a trigger begins a new segment with every row, and importing took twice as long.
 */
export function refreshIndex(store: Store): void {
  if (store.get('SELECT 1 FROM search_stale LIMIT 1') === undefined) return
  for (const sql of REFRESH) store.run(sql)
}

/** The views of the index of words, each at the number of its kind. */
export const searchedViews = ['sources', 'notes', 'entities', 'briefs', 'marks'] as const

const WORDS = 'title, body, boilerplate'
const stale = (kind: number) => `SELECT item >> 3 FROM search_stale WHERE item & 7 = ${kind}`

const REFRESH = [
  'DELETE FROM search_words WHERE rowid IN (SELECT item FROM search_stale WHERE item & 7 < 7)',
  ...searchedViews.map(
    (table, kind) =>
      `INSERT INTO search_words (rowid, ${WORDS}) SELECT item, ${WORDS} FROM search_${table} WHERE key IN (${stale(kind)})`,
  ),
  `DELETE FROM search_metadata WHERE rowid IN (${stale(7)})`,
  `INSERT INTO search_metadata (rowid, publisher, author, dateline)
   SELECT key, publisher, author, dateline FROM search_said WHERE key IN (${stale(7)})`,
  `DELETE FROM search_pieces WHERE rowid IN (
     SELECT id FROM search_stale JOIN search_pieces_docsize ON id >= item >> 3 << 30 AND id < (item >> 3) + 1 << 30
     WHERE item & 7 = 0)`,
  `INSERT INTO search_pieces (rowid, words) SELECT piece, words FROM search_long_texts WHERE key IN (${stale(0)})`,
  'DELETE FROM search_stale',
]
