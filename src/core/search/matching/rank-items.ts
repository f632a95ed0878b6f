import type { SearchKind, SearchSort } from '#contract/search.ts'
import { placeholders, type Store } from '../../casebook/casebook.ts'
import { itemKinds } from '../index/found-items.ts'
import { foundBy } from '../index/found-sources.ts'
import { type Condition, ITEM } from './compile-fields.ts'
import { type Compiled, joinConditions } from './compile-query.ts'

/**
 * The items that fulfil a query, in order, and how many they are.
 *
 * The score is BM25 as FTS5 reckons it (k1 1.2, b 0.75), a word in the title counting five times one in the body, one in
 * boilerplate less than a third. What no word decides (`publisher:Axios`) comes newest first.
 */
export interface RankedItem {
  readonly item: number
  /** Higher is better. */
  readonly score: number
}

export interface Page {
  readonly offset: number
  readonly limit: number
}

export function countItems(
  store: Store,
  compiled: Compiled,
  kinds: readonly SearchKind[] | undefined,
): number {
  const { sql, values } = filterOf(compiled, kinds)
  return store.value<number>(`SELECT count(*) FROM search_words ${sql}`, ...values)
}

/** The best items and how many there are, looked up once for both: for queries that FTS5 takes long to look up. */
export function rankAndCount(
  store: Store,
  compiled: Compiled,
  kinds: readonly SearchKind[] | undefined,
  { offset, limit }: Page,
): { total: number; items: RankedItem[] } {
  const { sql, values } = filterOf(compiled, kinds)
  const rows = store.all<RankedItem & { total: number }>(
    `WITH found (item, score) AS MATERIALIZED (SELECT rowid, -${RANK} FROM search_words ${sql})
     SELECT item, score, (SELECT count(*) FROM found) AS total FROM found
     ORDER BY score DESC, item DESC LIMIT +? OFFSET +?`,
    ...values,
    limit,
    offset,
  )
  return {
    total: rows[0]?.total ?? countItems(store, compiled, kinds),
    items: rows.map(({ item, score }) => ({ item, score })),
  }
}

export function rankItems(
  store: Store,
  compiled: Compiled,
  kinds: readonly SearchKind[] | undefined,
  sort: SearchSort,
  { offset, limit }: Page,
): RankedItem[] {
  if (limit === 0) return []
  const { sql, values } = filterOf(compiled, kinds)
  const byWords = compiled.match !== null && sort === 'relevance'
  return store.all<RankedItem>(byWords ? rankedSql(sql) : sortedSql(sql, sort), ...values, limit, offset)
}

/** `WHERE …`, or nothing where everything is asked for. */
export function filterOf({ match, where }: Compiled, kinds: readonly SearchKind[] | undefined): Condition {
  const parts: Condition[] = []
  if (match !== null) parts.push({ sql: 'search_words MATCH ?', values: [match] })
  if (where !== null) parts.push(where)
  if (kinds !== undefined) parts.push(ofKinds(kinds))
  const joined = joinConditions(parts, 'AND')
  return { sql: parts.length === 0 ? '' : `WHERE ${joined.sql}`, values: joined.values }
}

function ofKinds(kinds: readonly SearchKind[]): Condition {
  return {
    sql: `${ITEM} & 7 IN (${placeholders(kinds)})`,
    values: kinds.map((kind) => itemKinds.indexOf(kind)),
  }
}

export const RANK = 'bm25(search_words, 5.0, 1.0, 0.3)'

/** `+?`: see `casebook/text-chunks.ts`. Only rowid and rank, and nothing joined: a column more would be fetched for every match and not for the page alone. */
function rankedSql(filter: string): string {
  return `SELECT rowid AS item, -${RANK} AS score FROM search_words ${filter} ORDER BY score DESC, rowid DESC LIMIT +? OFFSET +?`
}

const ORDERS: Readonly<Record<SearchSort, string>> = {
  relevance: 'published_from DESC NULLS LAST',
  newest: 'published_from DESC NULLS LAST',
  oldest: 'published_from NULLS LAST',
  title: 'coalesce(title, label) COLLATE NOCASE NULLS LAST',
}

/** What belongs to one source stands together; what has no source comes last. */
function sortedSql(filter: string, sort: SearchSort): string {
  return `
    ${foundBy({ sql: filter, values: [] })}
    SELECT item, 0 AS score FROM found LEFT JOIN sources ON sources.key = found.source
    ORDER BY ${ORDERS[sort]}, sources.key DESC, item DESC LIMIT +? OFFSET +?`
}
