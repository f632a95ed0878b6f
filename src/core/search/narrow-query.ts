import type { SearchFacet, SearchFilter } from '#contract/search.ts'
import { allOf, anyOf, type Query, type Whole } from './query.ts'

/** The query with filters on facets: included values of one facet are alternatives, everything else must hold at once. */
export function narrowQuery(query: Query, filters: readonly SearchFilter[]): Query {
  if (filters.length === 0) return query
  const included = Map.groupBy(
    filters.filter(({ exclude }) => exclude !== true),
    ({ facet }) => facet,
  )
  const excluded = filters.filter(({ exclude }) => exclude === true)
  return allOf([
    query,
    ...[...included.values()].map((values) => anyOf(values.map(wholeOf))),
    ...excluded.map((filter): Query => ({ op: 'not', of: wholeOf(filter) })),
  ])
}

/** The filters that narrow the counts of a facet down: its own would hide what else could be chosen. */
export function filtersBesides(filters: readonly SearchFilter[], facet: SearchFacet): SearchFilter[] {
  return filters.filter((filter) => filter.facet !== facet)
}

function wholeOf({ facet, value }: SearchFilter): Whole {
  return { op: 'whole', facet, value }
}
