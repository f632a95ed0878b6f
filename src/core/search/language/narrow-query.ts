import type { PublishedWithin, SearchFacet, SearchFilter, SearchScope } from '#contract/search.ts'
import { parseQuery } from './parse-query.ts'
import { allOf, anyOf, type Query, type Whole } from './query.ts'

/** The query within the results of earlier ones: their words count, and are marked, like its own. */
export function within(query: Query, earlier: readonly string[] = []): Query {
  const queries = earlier.flatMap((typed) => parseQuery(typed).query ?? [])
  return queries.length === 0 ? query : allOf([...queries, query])
}

/** The query in its scope: included values of one facet are alternatives, everything else must hold at once. */
export function narrowQuery(
  query: Query,
  { filters = [], published, newest = false }: Omit<SearchScope, 'within'>,
): Query {
  if (filters.length === 0 && published === undefined && !newest) return query
  const included = Map.groupBy(
    filters.filter(({ exclude }) => exclude !== true),
    ({ facet }) => facet,
  )
  const excluded = filters.filter(({ exclude }) => exclude === true)
  return allOf([
    query,
    ...[...included.values()].map((values) => anyOf(values.map(wholeOf))),
    ...excluded.map((filter): Query => ({ op: 'not', of: wholeOf(filter) })),
    ...(published === undefined ? [] : [publishedIn(published)]),
    ...(newest ? [{ op: 'not', of: replaced } satisfies Query] : []),
  ])
}

/** Sources that a newer version replaced. */
export const replaced: Query = { op: 'has', what: 'newer' }

function publishedIn(published: PublishedWithin): Query {
  if (published === 'undated') return { op: 'not', of: { op: 'has', what: 'date' } }
  return { op: 'published', range: { first: published.from, last: published.to } }
}

/** The filters that narrow the counts of a facet down: its own would hide what else could be chosen. */
export function filtersBesides(filters: readonly SearchFilter[], facet: SearchFacet): SearchFilter[] {
  return filters.filter((filter) => filter.facet !== facet)
}

function wholeOf({ facet, value }: SearchFilter): Whole {
  return { op: 'whole', facet, value }
}
