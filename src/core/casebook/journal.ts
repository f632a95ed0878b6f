import type { Step } from '#contract/casebook.ts'
import type { Store } from './store.ts'
import { joinTouched, type Touched, type TouchedSets } from './touched.ts'
import type { StepWords } from './transaction.ts'

/**
 * The undo journal. Every step keeps, for each row it changed, the image of the row as it is not now: an inserted
 * row needs none, a changed one the former values of what differs, a deleted one all of them. Undoing walks the rows backwards and
 * swaps table and image; redoing walks forwards and swaps again. So the undo of importing 100,000 sources costs no
 * second copy of them. Images are written by triggers in the command's own transaction: no write can miss them.
 */

export interface StepRow {
  readonly step: number
  readonly title: string
  readonly at: string
  readonly state: Step['state']
  readonly touched: string
}

/** Tables that the journal keeps. Each has an integer primary key `key` and no blobs. */
export const journalledTables = [
  'settings',
  'sources',
  'highlight_types',
  'highlights',
  'passages',
  'anchorings',
  'tags',
  'highlight_tags',
  'entities',
  'entity_aliases',
  'entity_links',
  'suggested_mentions',
  'briefs',
  'citations',
  'saved_searches',
] as const

/** How many steps are kept. */
export const journalDepth = 5_000
/** Milliseconds within which steps with the same merge words are one. */
const mergeWithin = 30_000

/**
 * Temporary triggers, made anew on every opening from the columns as they are: a migration need not know of them.
 * `journal_step()` is the running step, or null while nothing is recorded (undoing, migrating).
 */
export function installJournal(store: Store, currentStep: () => number | null): void {
  store.db.function('journal_step', currentStep)
  for (const name of journalledTables) {
    const columns = columnsOf(store, name)
    createTrigger(store, name, 'insert', 'new.key', 'NULL')
    createTrigger(store, name, 'update', 'old.key', imageOfChange(columns))
    createTrigger(store, name, 'delete', 'old.key', wholeImage(columns, 'old.'))
  }
}

function wholeImage(columns: readonly string[], row: 'old.' | ''): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}"${column}"`).join(', ')})`
}

/** A source's row is wide, and a correction of 100,000 of them changes a word in each: what stayed is not kept again. */
function imageOfChange(columns: readonly string[]): string {
  const changed = columns.map(
    (column) =>
      `CASE WHEN old."${column}" IS NOT new."${column}" THEN ',"${column}":' || json_quote(old."${column}") ELSE '' END`,
  )
  return `'{"key":' || old.key || ${changed.join(' || ')} || '}'`
}

function createTrigger(store: Store, name: string, change: string, key: string, image: string): void {
  store.db.exec(`
    CREATE TEMP TRIGGER journal_${name}_${change} AFTER ${change.toUpperCase()} ON main.${name}
    WHEN journal_step() IS NOT NULL BEGIN
      INSERT INTO journal_rows (step, seq, name, change, key, image)
      VALUES (
        journal_step(),
        (SELECT coalesce(max(seq), 0) + 1 FROM journal_rows WHERE step = journal_step()),
        '${name}', '${change}', ${key}, ${image}
      );
    END`)
}

export function beginStep(store: Store, call: string, at: string): number {
  return store.run(
    `INSERT INTO journal_steps (at, call, title, state, touched) VALUES (?, ?, '', 'done', '{}')`,
    at,
    call,
  ).key
}

/** Gives a step its words once its rows are written. @returns whether it stands: one that changed no row leaves nothing */
export function finishStep(
  store: Store,
  done: {
    readonly step: number
    readonly at: string
    readonly words: StepWords
    readonly touched: TouchedSets
  },
): boolean {
  const { step, at, words } = done
  if (store.get('SELECT 1 FROM journal_rows WHERE step = ? LIMIT 1', step) === undefined) {
    removeStep(store, step)
    return false
  }
  forgetUndone(store)
  forgetOldest(store)
  const before = store.value<string>('SELECT touched FROM journal_steps WHERE step = ?', step)
  const touched = joinTouched(JSON.parse(before) as Touched, done.touched)
  const sql = 'UPDATE journal_steps SET title = ?, merge = ?, touched = ? WHERE step = ?'
  store.run(sql, words.title, words.merge, JSON.stringify(touched), step)
  if (words.merge !== null) mergeIntoLast(store, step, words.merge, at)
  return true
}

function mergeIntoLast(store: Store, step: number, merge: string, at: string): void {
  const last = store.get<{ step: number; merge: string | null; at: string }>(
    'SELECT step, merge, at FROM journal_steps WHERE step < ? ORDER BY step DESC LIMIT 1',
    step,
  )
  if (last?.merge !== merge || Date.parse(at) - Date.parse(last.at) > mergeWithin) return
  const offset = store.value<number>(
    'SELECT coalesce(max(seq), 0) FROM journal_rows WHERE step = ?',
    last.step,
  )
  store.run('UPDATE journal_rows SET step = ?, seq = seq + ? WHERE step = ?', last.step, offset, step)
  store.run('UPDATE journal_steps SET at = ? WHERE step = ?', at, last.step)
  removeStep(store, step)
}

function removeStep(store: Store, step: number): void {
  store.run('DELETE FROM journal_steps WHERE step = ?', step)
}

/** What was undone cannot be redone once something new was done. */
function forgetUndone(store: Store): void {
  store.run(`DELETE FROM journal_steps WHERE state = 'undone'`)
}

function forgetOldest(store: Store): void {
  store.run(
    `DELETE FROM journal_steps WHERE step <= (SELECT step FROM journal_steps ORDER BY step DESC LIMIT 1 OFFSET ?)`,
    journalDepth,
  )
}

/** The step that undo would undo, or redo would redo. */
export function nextStep(store: Store, direction: 'undo' | 'redo'): StepRow | undefined {
  return direction === 'undo'
    ? store.get<StepRow>(`SELECT * FROM journal_steps WHERE state = 'done' ORDER BY step DESC LIMIT 1`)
    : store.get<StepRow>(`SELECT * FROM journal_steps WHERE state = 'undone' ORDER BY step LIMIT 1`)
}

export function listSteps(store: Store, limit: number): Step[] {
  return store.all<Step>('SELECT step, at, title, state FROM journal_steps ORDER BY step DESC LIMIT ?', limit)
}

interface JournalRow {
  readonly seq: number
  readonly name: string
  readonly change: 'insert' | 'update' | 'delete'
  readonly key: number
  readonly image: string | null
}

/** Swaps every row of the step with its image. Runs inside a transaction, with nothing being recorded. */
export function swapStep(store: Store, step: number, direction: 'undo' | 'redo'): void {
  const order = direction === 'undo' ? 'DESC' : 'ASC'
  const rows = store.all<JournalRow>(
    `SELECT seq, name, change, key, image FROM journal_rows WHERE step = ? ORDER BY seq ${order}`,
    step,
  )
  const columns = new Map(journalledTables.map((name) => [name as string, columnsOf(store, name)]))
  for (const row of rows) {
    const all = columns.get(row.name) ?? []
    const names = row.change === 'update' ? columnsIn(row.image, all) : all
    const now = imageOf(store, row.name, names, row.key)
    if (row.image === null) store.run(`DELETE FROM ${row.name} WHERE key = ?`, row.key)
    else restore(store, row.name, names, row.image, now)
    store.run('UPDATE journal_rows SET image = ? WHERE step = ? AND seq = ?', now, step, row.seq)
  }
  const state: Step['state'] = direction === 'undo' ? 'undone' : 'done'
  store.run('UPDATE journal_steps SET state = ? WHERE step = ?', state, step)
}

/** Of a changed row: the columns that its image has. Images of earlier programs have all. */
function columnsIn(image: string | null, all: readonly string[]): string[] {
  // Written by SQLite, as the object of a row.
  const known = image === null ? {} : (JSON.parse(image) as Record<string, unknown>)
  return all.filter((column) => column in known)
}

function imageOf(store: Store, name: string, columns: readonly string[], key: number): string | null {
  const row = store.get<{ image: string }>(
    `SELECT ${wholeImage(columns, '')} AS image FROM ${name} WHERE key = ?`,
    key,
  )
  return row?.image ?? null
}

function restore(
  store: Store,
  name: string,
  all: readonly string[],
  image: string,
  now: string | null,
): void {
  const columns = now === null ? all : columnsThatDiffer(all, image, now)
  const values = columns.map((column) => `json_extract(image, '$.${column}')`)
  const names = columns.map((column) => `"${column}"`)
  if (now === null) {
    store.run(
      `INSERT INTO ${name} (${names.join(', ')}) SELECT ${values.join(', ')} FROM (SELECT ? AS image)`,
      image,
    )
  } else if (columns.length > 0) {
    const set = columns.map((column, at) => `"${column}" = ${values[at]}`)
    store.run(
      `UPDATE ${name} SET ${set.join(', ')} FROM (SELECT ? AS image) WHERE key = json_extract(image, '$.key')`,
      image,
    )
  }
}

/** Triggers follow the columns that are set: naming an unchanged title would have a whole text indexed anew. */
function columnsThatDiffer(columns: readonly string[], image: string, now: string): string[] {
  // Both are images of one row, written by SQLite.
  const [then, today] = [image, now].map((one) => JSON.parse(one) as Record<string, unknown>)
  return columns.filter((column) => then?.[column] !== today?.[column])
}

function columnsOf(store: Store, name: string): string[] {
  return store
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`)
    .map((column) => column.name)
}
