import type { ParsedInput } from '#contract/engine.ts'
import type { SavedSearch } from '#contract/saved-searches.ts'
import type { Transaction } from '../../casebook/casebook.ts'
import { findSaved } from './read-saved-searches.ts'
import { markSeen } from './search-news.ts'

/** Searches kept by name. What is new in them is told by `search-news.ts`. */

/** What is found now counts as seen. */
export function saveSearch(
  tx: Transaction,
  { name, query, filters = {} }: ParsedInput<'search.save'>,
): SavedSearch {
  const id = tx.newId('search')
  tx.store.run(
    'INSERT INTO saved_searches (id, name, query, filters, created, changed) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    name,
    query,
    JSON.stringify(filters),
    tx.now,
    tx.now,
  )
  tx.describe(`Saved the search “${name}”`)
  tx.touch('search', [id])
  const saved = findSaved(tx.store, id)
  markSeen(tx, saved)
  return findSaved(tx.store, id)
}

/** @throws CasebookError search.not-found */
export function changeSaved(tx: Transaction, { id, set }: ParsedInput<'search.changeSaved'>): SavedSearch {
  const before = findSaved(tx.store, id)
  const { name = before.name, query = before.query, filters = before.filters } = set
  tx.store.run(
    'UPDATE saved_searches SET name = ?, query = ?, filters = ?, changed = ? WHERE id = ?',
    name,
    query,
    JSON.stringify(filters),
    tx.now,
    id,
  )
  tx.describe(
    name === before.name
      ? `Changed the search “${name}”`
      : `Renamed the search “${before.name}” to “${name}”`,
  )
  tx.touch('search', [id])
  const saved = findSaved(tx.store, id)
  // Other words find other things: what they find now is where news begin.
  if (set.query !== undefined || set.filters !== undefined) markSeen(tx, saved)
  return findSaved(tx.store, id)
}

/** @throws CasebookError search.not-found */
export function deleteSaved(
  tx: Transaction,
  { ids }: ParsedInput<'search.deleteSaved'>,
): { deleted: number } {
  const gone = [...new Set(ids)].map((id) => findSaved(tx.store, id))
  for (const { id } of gone) tx.store.run('DELETE FROM saved_searches WHERE id = ?', id)
  const [first] = gone
  tx.describe(
    gone.length === 1 && first !== undefined
      ? `Deleted the search “${first.name}”`
      : `Deleted ${gone.length} saved searches`,
  )
  tx.touch(
    'search',
    gone.map(({ id }) => id),
  )
  return { deleted: gone.length }
}
