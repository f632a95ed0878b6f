import type { SearchKind } from '#contract/search.ts'
import { placeholders, type Store, type Value } from '../casebook/casebook.ts'
import { type Condition, ITEM } from './compile-fields.ts'
import { type Compiled, joinConditions } from './compile-query.ts'
import { itemKinds } from './found-items.ts'

/**
 * The items that fulfil a query, best first, and how many they are.
 *
 * The score is BM25 as FTS5 reckons it (k1 1.2, b 0.75), a word in the title counting five times one in the body, one in
 * boilerplate less than a third. What no word decides (`publisher:Axios`) comes newest first.
 */
export interface Ranking {
  readonly total: number
  readonly items: readonly RankedItem[]
}

export interface RankedItem {
  readonly item: number
  /** Higher is better. */
  readonly score: number
}

export interface Page {
  readonly offset: number
  readonly limit: number
}

const WEIGHTS = '5.0, 1.0, 0.3'

export function rankItems(
  store: Store,
  compiled: Compiled,
  kinds: readonly SearchKind[] | undefined,
  page: Page,
): Ranking {
  const { sql, values } = filterOf(compiled, kinds)
  const total = store.value<number>(`SELECT count(*) FROM search_words ${sql}`, ...values)
  const items =
    page.limit === 0
      ? []
      : store.all<RankedItem>(rankedSql(compiled, sql), ...values, page.limit, page.offset)
  return { total, items }
}

function filterOf({ match, where }: Compiled, kinds: readonly SearchKind[] | undefined): Condition {
  const parts = [
    ...(match === null ? [] : [{ sql: 'search_words MATCH ?', values: [match] as Value[] }]),
    ...(where === null ? [] : [where]),
    ...(kinds === undefined ? [] : [ofKinds(kinds)]),
  ]
  const joined = joinConditions(parts, 'AND')
  return { sql: parts.length === 0 ? '' : `WHERE ${joined.sql}`, values: joined.values }
}

function ofKinds(kinds: readonly SearchKind[]): Condition {
  return {
    sql: `${ITEM} & 7 IN (${placeholders(kinds)})`,
    values: kinds.map((kind) => itemKinds.indexOf(kind)),
  }
}

function rankedSql({ match }: Compiled, filter: string): string {
  return match === null
    ? `SELECT search_words.rowid AS item, 0 AS score FROM search_words
       LEFT JOIN sources ON sources.key * 8 = search_words.rowid
       ${filter} ORDER BY published_from DESC NULLS LAST, item DESC LIMIT ? OFFSET ?`
    : `SELECT rowid AS item, -bm25(search_words, ${WEIGHTS}) AS score FROM search_words
       ${filter} ORDER BY bm25(search_words, ${WEIGHTS}), item DESC LIMIT ? OFFSET ?`
}
