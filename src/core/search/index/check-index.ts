import type { Problem } from '#contract/casebook.ts'
import { type Store, searchedViews } from '../../casebook/casebook.ts'

/**
 * Holds the index against the tables: a second index is made in memory from the same views, and the two must hold the same rows of
 * the same lengths, and every word equally often. With `repair` a wrong index is made anew. Takes as long as indexing everything.
 */
export function checkIndex(store: Store, repair: boolean): Problem[] {
  const wrong = INDEXES.filter((index) => !isInStep(store, index))
  if (repair && wrong.length > 0) rebuildIndex(store)
  return wrong.map(({ name, about }) => ({
    kind: 'index',
    about: name,
    message: `${about} does not agree with what the casebook holds.`,
    repaired: repair,
  }))
}

/** Makes the index anew from the tables. One transaction of its own where none is open. */
export function rebuildIndex(store: Store): void {
  store.db.transaction(() => {
    for (const { name, columns, rows } of INDEXES) {
      store.db.exec(`INSERT INTO ${name} (${name}) VALUES ('delete-all')`)
      store.db.exec(`INSERT INTO ${name} (rowid, ${columns}) ${rows}`)
    }
    store.db.exec('DELETE FROM search_stale')
  })()
}

interface Index {
  readonly name: string
  readonly about: string
  readonly columns: string
  /** How it was made, where not as the others. */
  readonly detail?: 'full' | 'none'
  /** Everything that the index should hold. */
  readonly rows: string
}

const WORDS = 'title, body, boilerplate'

const INDEXES: readonly Index[] = [
  {
    name: 'search_words',
    about: 'The index of words',
    columns: WORDS,
    rows: searchedViews.map((table) => `SELECT item, ${WORDS} FROM search_${table}`).join(' UNION ALL '),
  },
  {
    name: 'search_metadata',
    about: 'The index of publishers, authors and datelines',
    columns: 'publisher, author, dateline',
    rows: 'SELECT key, publisher, author, dateline FROM search_said',
  },
  {
    name: 'search_pieces',
    about: 'The index of the pieces of long texts',
    columns: 'words',
    detail: 'none',
    rows: 'SELECT piece, words FROM search_long_texts',
  },
]

function isInStep(store: Store, { name, columns, detail = 'full', rows }: Index): boolean {
  const isQueryOnly = store.db.pragma('query_only', { simple: true }) === 1
  // A casebook that is open for reading can still be checked: what is written here is a temporary table.
  if (isQueryOnly) store.db.pragma('query_only = OFF')
  try {
    store.db.exec(`
      CREATE VIRTUAL TABLE temp.search_fresh USING fts5 (
        ${columns}, content = '', contentless_delete = 1, detail = ${detail}, tokenize = 'ascii'
      );
      CREATE VIRTUAL TABLE temp.fresh_vocabulary USING fts5vocab ('temp', 'search_fresh', 'col');
      CREATE VIRTUAL TABLE temp.kept_vocabulary USING fts5vocab ('main', '${name}', 'col');
      INSERT INTO temp.search_fresh (rowid, ${columns}) ${rows};`)
    return (
      agree(
        store,
        'SELECT id, sz FROM temp.search_fresh_docsize',
        `SELECT id, sz FROM main.${name}_docsize`,
      ) && agree(store, 'SELECT * FROM temp.fresh_vocabulary', 'SELECT * FROM temp.kept_vocabulary')
    )
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  } finally {
    for (const table of ['kept_vocabulary', 'fresh_vocabulary', 'search_fresh']) {
      store.db.exec(`DROP TABLE IF EXISTS temp.${table}`)
    }
    if (isQueryOnly) store.db.pragma('query_only = ON')
  }
}

function agree(store: Store, one: string, other: string): boolean {
  const isMissing = (from: string, at: string) =>
    store.db.prepare(`${from} EXCEPT ${at} LIMIT 1`).get() !== undefined
  return !isMissing(one, other) && !isMissing(other, one)
}

/** Pages of the index that FTS5 cannot read. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT')
}
