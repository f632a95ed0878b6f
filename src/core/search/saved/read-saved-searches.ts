import { CasebookError } from '#contract/failure.ts'
import type { SearchId } from '#contract/ids.ts'
import type { SavedSearch, SearchFilters } from '#contract/saved-searches.ts'
import type { Reading, Store } from '../../casebook/casebook.ts'

interface SavedRow extends Omit<SavedSearch, 'filters'> {
  readonly filters: string
}

/** All saved searches, by name. */
export function listSaved({ store }: Reading): { items: SavedSearch[] } {
  return { items: store.all<SavedRow>(`${SELECT} ORDER BY name COLLATE NOCASE, id`).map(savedFrom) }
}

/** @throws CasebookError search.not-found */
export function findSaved(store: Store, id: SearchId): SavedSearch {
  const row = store.get<SavedRow>(`${SELECT} WHERE id = ?`, id)
  if (row === undefined) {
    throw new CasebookError('search.not-found', 'This saved search is not there any more.', { id })
  }
  return savedFrom(row)
}

const SELECT = `SELECT id, name, query, filters, created,
  (SELECT looked FROM searches_seen WHERE search = saved_searches.id) AS looked FROM saved_searches`

/** Stored filters were checked against the contract when they were written. */
function savedFrom(row: SavedRow): SavedSearch {
  return { ...row, filters: JSON.parse(row.filters) as SearchFilters }
}
