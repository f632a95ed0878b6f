import type { ParsedInput } from '#contract/engine.ts'
import type { AskedQuery } from '#contract/saved-searches.ts'
import type { Reading, Transaction } from '../../casebook/casebook.ts'

/** The queries that were asked last in this casebook. */

/** Older ones are forgotten. */
const MOST_KEPT = 500
const SHOWN = 50

/** Newest first. */
export function listHistory(
  { store }: Reading,
  { limit = SHOWN }: ParsedInput<'search.history'>,
): { items: AskedQuery[] } {
  return {
    items: store.all<AskedQuery>(
      'SELECT query, asked FROM search_history ORDER BY ordinal DESC LIMIT ?',
      limit,
    ),
  }
}

/** A query that is asked again moves to the front. */
export function rememberQuery(
  tx: Transaction,
  { query }: ParsedInput<'search.remember'>,
): Record<string, never> {
  tx.store.run(
    `INSERT INTO search_history (query, asked, ordinal)
     VALUES (?, ?, (SELECT coalesce(max(ordinal), 0) + 1 FROM search_history))
     ON CONFLICT (query) DO UPDATE SET asked = excluded.asked, ordinal = excluded.ordinal`,
    query,
    tx.now,
  )
  tx.store.run(
    'DELETE FROM search_history WHERE ordinal <= (SELECT max(ordinal) - ? FROM search_history)',
    MOST_KEPT,
  )
  tx.touch('search', [])
  return {}
}

/** Without a query: the whole history. */
export function forgetQueries(
  tx: Transaction,
  { query }: ParsedInput<'search.forget'>,
): { forgotten: number } {
  const { changes } =
    query === undefined
      ? tx.store.run('DELETE FROM search_history')
      : tx.store.run('DELETE FROM search_history WHERE query = ?', query)
  tx.touch('search', [])
  return { forgotten: changes }
}
