import type { z } from 'zod'
import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import type { MetadataField, Source } from '#contract/source.ts'
import type { ChosenSources, sourceSort } from '#contract/sources.ts'
import { fold } from '#text/fold.ts'
import type { Reading, Store, Value } from '../../casebook/casebook.ts'
import { readSources } from './read-sources.ts'

/**
 * The list of sources, of 100,000 as of five: sorted and narrowed down on the narrow rows of `library` (migration 0003), and
 * only a page of the wide ones is read.
 */

export interface WhichSources {
  readonly filter?: string | undefined
  readonly sort?: z.infer<typeof sourceSort> | undefined
  readonly descending?: boolean | undefined
  readonly missing?: MetadataField | undefined
  readonly newest?: boolean | undefined
}

export interface ListInput extends WhichSources {
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** Sources without the field they are sorted by come last, in both directions. */
export function listSources({ store }: Reading, input: ListInput): { total: number; items: Source[] } {
  const { where, values } = conditionsOf(input)
  const keys = keysInOrder(store, input, input.limit ?? 500, input.offset ?? 0)
  return {
    total: store.value<number>(`SELECT count(*) FROM library l ${where}`, ...values),
    items: readSources(store, keys),
  }
}

/** The ids of all of them, in the list's order: for choosing many. */
export function listSourceIds({ store }: Pick<Reading, 'store'>, input: ListInput): { ids: SourceId[] } {
  const keys = keysInOrder(store, input, input.limit ?? -1, input.offset ?? 0)
  const rows = store.all<{ id: SourceId }>(
    'SELECT s.id FROM json_each(?) k JOIN sources s ON s.key = k.value ORDER BY k.key',
    JSON.stringify(keys),
  )
  return { ids: rows.map(({ id }) => id) }
}

/** The ids of the sources that a command is about, each once. @throws CasebookError input.invalid where there is none */
export function chosenIds(store: Store, { ids, all }: ChosenSources): SourceId[] {
  const except = new Set(all?.except)
  const listed = all === undefined ? [] : listSourceIds({ store }, all).ids.filter((id) => !except.has(id))
  const chosen = [...new Set([...(ids ?? []), ...listed])]
  if (chosen.length > 0) return chosen
  throw new CasebookError('input.invalid', 'Say which sources are meant.')
}

const columnOf: Readonly<Record<z.infer<typeof sourceSort>, string>> = {
  title: 'l.name',
  publisher: 'l.publisher',
  author: 'l.author',
  published: 'l.published',
  // Keys count up: what was brought in later has a higher one.
  imported: 'l.key',
  words: 'l.words',
  unstated: 'l.unstated',
}

function keysInOrder(store: Store, input: WhichSources, limit: number, offset: number): number[] {
  const { conditions, values } = conditionsOf(input)
  const column = columnOf[input.sort ?? 'imported']
  const direction = input.descending === true ? 'DESC' : 'ASC'
  const sql =
    values.length > 0
      ? sortedKeys(conditions, column, direction)
      : keysAlongIndex(conditions, column, direction)
  return store.all<{ key: number }>(`${sql} LIMIT ? OFFSET ?`, ...values, limit, offset).map(({ key }) => key)
}

/** Letters are looked for in all rows anyway: `+` keeps from looking them up one by one along an index. */
function sortedKeys(conditions: readonly string[], column: string, direction: string): string {
  return `SELECT l.key FROM library l ${whereOf(conditions)} ORDER BY ${column} IS NULL, +${column} ${direction}, l.key ${direction}`
}

/** Two stretches, so that each can follow an index: what has the field, then what has not. `LIMIT -1` keeps the order inside. */
function keysAlongIndex(conditions: readonly string[], column: string, direction: string): string {
  const stretch = (...more: string[]) =>
    `SELECT key FROM (SELECT l.key FROM library l ${whereOf([...conditions, ...more])}
      ORDER BY ${column} ${direction}, l.key ${direction} LIMIT -1)`
  return canBeEmpty.has(column)
    ? `${stretch(`${column} IS NOT NULL`)} UNION ALL ${stretch(`${column} IS NULL`)}`
    : stretch()
}

const canBeEmpty: ReadonlySet<string> = new Set(['l.publisher', 'l.author', 'l.published'])

function conditionsOf({ filter, missing, newest }: WhichSources): {
  conditions: string[]
  where: string
  values: Value[]
} {
  const typed = fold(filter ?? '')
    .split(/\s+/)
    .filter((letters) => letters !== '')
  const conditions = [
    ...typed.map(() => 'instr(l.letters, ?) > 0'),
    ...(missing === undefined ? [] : [isMissing[missing]]),
    ...(newest === true ? [isNewest] : []),
  ]
  return { conditions, where: whereOf(conditions), values: typed }
}

const isMissing: Readonly<Record<MetadataField, string>> = {
  title: 'l.untitled = 1',
  publisher: 'l.publisher IS NULL',
  author: 'l.author IS NULL',
  published: 'l.published IS NULL',
  dateline: 'l.key IN (SELECT key FROM sources WHERE dateline IS NULL)',
  updated: 'l.key IN (SELECT key FROM sources WHERE updated IS NULL)',
}

const isNewest = 'l.key NOT IN (SELECT replaces FROM sources WHERE replaces IS NOT NULL)'

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}
