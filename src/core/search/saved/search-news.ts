import type { ParsedInput } from '#contract/engine.ts'
import type { SavedSearch, SearchNews } from '#contract/saved-searches.ts'
import type { Reading, Store, Transaction } from '../../casebook/casebook.ts'
import { idOfItem, itemsAddedSince } from '../index/found-items.ts'
import { foundBy } from '../run-search.ts'
import { packNumbers, unpackNumbers } from './packed-numbers.ts'
import { findSaved } from './read-saved-searches.ts'

/**
 * What a saved search finds that it did not find when the analyst looked last: everything that was found is kept, so that an old
 * source counts as new, too, once its corrected title makes it fit.
 */

/** Ids beyond these are only counted. */
const MOST_IDS = 1_000

/** @throws CasebookError search.not-found */
export function newsOf({ store }: Reading, { id }: ParsedInput<'search.news'>): SearchNews {
  const saved = findSaved(store, id)
  return newsAmong(store, saved, foundBy(store, saved.query, saved.filters))
}

/** The news, and from now on they are none. @throws CasebookError search.not-found */
export function lookAt(tx: Transaction, { id }: ParsedInput<'search.look'>): SearchNews {
  const saved = findSaved(tx.store, id)
  const found = foundBy(tx.store, saved.query, saved.filters)
  const news = newsAmong(tx.store, saved, found)
  keepSeen(tx, saved, found)
  tx.touch('search', [id])
  return news
}

/** What it finds now counts as seen. */
export function markSeen(tx: Transaction, saved: SavedSearch): void {
  keepSeen(tx, saved, foundBy(tx.store, saved.query, saved.filters))
}

function keepSeen(tx: Transaction, { id }: SavedSearch, found: readonly number[]): void {
  tx.store.run(
    `INSERT INTO searches_seen (search, looked, found) VALUES (?, ?, ?)
     ON CONFLICT (search) DO UPDATE SET looked = excluded.looked, found = excluded.found`,
    id,
    tx.now,
    packNumbers(found),
  )
}

function newsAmong(store: Store, { id }: SavedSearch, found: readonly number[]): SearchNews {
  const row = store.get<{ looked: string; found: Uint8Array }>(
    'SELECT looked, found FROM searches_seen WHERE search = ?',
    id,
  )
  if (row === undefined) return { total: found.length, fresh: 0, ids: [] }
  const seen = new Set(unpackNumbers(row.found))
  // The number of something deleted is given again to the next one added, which nobody has seen.
  for (const item of itemsAddedSince(store, row.looked)) seen.delete(item)
  const fresh = found.filter((item) => !seen.has(item))
  const ids = fresh
    .slice(-MOST_IDS)
    .toReversed()
    .flatMap((item) => idOfItem(store, item) ?? [])
  return { total: found.length, fresh: fresh.length, ids }
}
