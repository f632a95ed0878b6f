import type { Store } from './store.ts'

/**
 * Brings the index, and the list of sources, up to what the transaction changed, before it is committed. The triggers only note which items are stale: an
 * FTS5 table that is written to inside a trigger begins a new segment with every row, and importing took twice as long.
 */
export function refreshIndex(store: Store, brought: BroughtWords = new Map()): void {
  const ready = stillTrue(store, brought)
  if (ready.length > 0) writeReady(store, ready)
  const kinds = store.all<{ kind: number }>('SELECT DISTINCT item & 7 AS kind FROM search_stale')
  if (kinds.length === 0) return
  for (const { kind } of kinds) for (const sql of REFRESH[kind] ?? []) store.run(sql)
  store.run('DELETE FROM search_stale')
}

/** What the view `search_sources` says of a source of at most `LONGEST_BROUGHT` characters: its words, cut by somebody who had them at hand. */
export interface SourceWords {
  readonly title: string
  /** As UTF-8. */
  readonly body: Uint8Array
  readonly boilerplate: string
}

/** By the key of the source. */
export type BroughtWords = Map<number, SourceWords>

/** Longer texts are in the index of pieces too (migration `0010-long-texts`): of those the views alone tell. */
export const LONGEST_BROUGHT = 65_536

/**
 * Spares the index asking the view for a source that was just inserted. Whatever changes the source afterwards notes it as stale again, and
 * then the view decides.
 */
export function bringWords(store: Store, brought: BroughtWords, source: number, words: SourceWords): void {
  store.run('DELETE FROM search_stale WHERE item = ?', itemOf(source))
  brought.set(source, words)
}

type Ready = readonly (readonly [source: number, words: SourceWords])[]

function stillTrue(store: Store, brought: BroughtWords): Ready {
  if (brought.size === 0) return []
  const stale = new Set(store.all<{ key: number }>(STALE_SOURCES).map(({ key }) => key))
  return [...brought].filter(([source]) => !stale.has(source))
}

function writeReady(store: Store, ready: Ready): void {
  // A source that went in the same transaction may have left its key, and its words, to this one.
  store.run(FORGET_READY, JSON.stringify(ready.map(([source]) => itemOf(source))))
  for (const [source, { title, body, boilerplate }] of ready)
    store.run(WRITE_READY, itemOf(source), title, body, boilerplate)
}

function itemOf(source: number): number {
  return source * 8
}

/** The views of the index of words, each at the number of its kind. */
export const searchedViews = ['sources', 'notes', 'entities', 'briefs', 'marks'] as const

const WORDS = 'title, body, boilerplate'
const stale = (kind: number) => `SELECT item >> 3 FROM search_stale WHERE item & 7 = ${kind}`

/** The kind of the sources themselves. */
const SOURCES = 0
const REFRESH_PIECES = [
  `DELETE FROM search_pieces WHERE rowid IN (
     SELECT id FROM search_stale JOIN search_pieces_docsize ON id >= item >> 3 << 30 AND id < (item >> 3) + 1 << 30
     WHERE item & 7 = ${SOURCES})`,
  `INSERT INTO search_pieces (rowid, words) SELECT piece, words FROM search_long_texts WHERE key IN (${stale(SOURCES)})`,
]

const STALE_SOURCES = 'SELECT item >> 3 AS key FROM search_stale WHERE item & 7 = 0'
const FORGET_READY = 'DELETE FROM search_words WHERE rowid IN (SELECT value FROM json_each(?))'
const WRITE_READY = `INSERT INTO search_words (rowid, ${WORDS}) VALUES (?, ?, CAST(? AS TEXT), ?)`

/** What is done for stale items of each kind; where there are none, asking FTS5 for them costs more than all else. */
const REFRESH: readonly (readonly string[])[] = [
  ...searchedViews.map((table, kind) => [
    `DELETE FROM search_words WHERE rowid IN (SELECT item FROM search_stale WHERE item & 7 = ${kind})`,
    `INSERT INTO search_words (rowid, ${WORDS}) SELECT item, ${WORDS} FROM search_${table} WHERE key IN (${stale(kind)})`,
    ...(kind === SOURCES ? REFRESH_PIECES : []),
  ]),
  [],
  [
    `DELETE FROM library WHERE key IN (${stale(6)})`,
    `INSERT INTO library SELECT * FROM library_rows WHERE key IN (${stale(6)})`,
  ],
  [
    `DELETE FROM search_metadata WHERE rowid IN (${stale(7)})`,
    `INSERT INTO search_metadata (rowid, publisher, author, dateline)
     SELECT key, publisher, author, dateline FROM search_said WHERE key IN (${stale(7)})`,
  ],
]
