import type { SavedSearch, SearchFilters } from '#contract/saved-searches.ts'
import type { SearchPlace } from '../session/session.tsx'
import { askedOf } from './asked.ts'

/** A saved search as a place, and a place as what is saved of it. */

export function placeOfSaved({
  id,
  query,
  filters: { kinds: _kinds, ...filters },
}: SavedSearch): SearchPlace {
  return { kind: 'search', query, ...filters, saved: id }
}

export function filtersOf(place: SearchPlace): SearchFilters {
  const { query: _query, ...scope } = askedOf(place) ?? { query: '' }
  return { ...scope, ...(place.sort === undefined ? {} : { sort: place.sort }) }
}
