import type { FacetValue, SearchAnswer, SearchFacet } from '#contract/search.ts'
import type { Store } from '../casebook/casebook.ts'
import type { Condition } from './compile-fields.ts'
import { itemKinds } from './found-items.ts'

/** How the hits of a search divide, for each facet that was asked for: exact counts over all of them, not over a page. */
export function countFacets(
  store: Store,
  filter: Condition,
  facets: readonly SearchFacet[],
): SearchAnswer['facets'] {
  return Object.fromEntries(facets.map((facet) => [facet, countFacet(store, filter, facet)]))
}

function countFacet(store: Store, filter: Condition, facet: SearchFacet): FacetValue[] {
  const rows = store.all<{ value: string | number; count: number }>(
    `WITH found (item, source) AS MATERIALIZED (
       SELECT rowid, CASE rowid & 7
         WHEN 0 THEN rowid >> 3
         WHEN 1 THEN (SELECT source FROM highlights WHERE key = search_words.rowid >> 3)
       END FROM search_words ${filter.sql}
     ) ${VALUES[facet]} LIMIT ${MOST_VALUES}`,
    ...filter.values,
  )
  return rows.map(({ value, count }) => ({ ...nameOf(facet, value), count }))
}

const MOST_VALUES = 200

const ofSources = (value: string, where: string) =>
  `SELECT ${value} AS value, count(*) AS count FROM found JOIN sources ON sources.key = found.source
   WHERE ${where} GROUP BY 1 ORDER BY count DESC, value`

/** A note has its own highlight, a source all that stand on it. */
const ofHighlights = (value: string, join: string) =>
  `SELECT ${value} AS value, count(DISTINCT item) AS count FROM (
     SELECT item, highlight FROM found JOIN passages ON item & 7 = 0 AND passages.source = found.source
     UNION SELECT item, item >> 3 FROM found WHERE item & 7 = 1
   ) AS marked ${join} GROUP BY 1 ORDER BY count DESC, value`

const VALUES: Readonly<Record<SearchFacet, string>> = {
  kind: 'SELECT item & 7 AS value, count(*) AS count FROM found GROUP BY 1 ORDER BY count DESC, value',
  publisher: ofSources('publisher', 'publisher IS NOT NULL'),
  author: ofSources('author', 'author IS NOT NULL'),
  // Only where the month is known: a source of "2025" belongs to none.
  month: ofSources(
    'substr(published_from, 1, 7)',
    'substr(published_from, 1, 7) = substr(published_to, 1, 7)',
  ),
  language: ofSources('language', 'language IS NOT NULL'),
  type: ofHighlights(
    'highlight_types.name',
    'JOIN highlights ON highlights.key = marked.highlight JOIN highlight_types ON highlight_types.key = highlights.type',
  ),
  tag: ofHighlights(
    'tags.name',
    'JOIN highlight_tags ON highlight_tags.highlight = marked.highlight JOIN tags ON tags.key = highlight_tags.tag',
  ),
  entity: ofHighlights(
    'entities.name',
    'JOIN entity_links ON entity_links.highlight = marked.highlight JOIN entities ON entities.key = entity_links.entity',
  ),
}

function nameOf(facet: SearchFacet, value: string | number): { value: string; query: string } {
  const word = facet === 'kind' ? (itemKinds[Number(value)] ?? '') : String(value)
  return { value: word, query: queryFor(facet, word) }
}

function queryFor(facet: SearchFacet, value: string): string {
  switch (facet) {
    case 'kind':
      return `in:${value}`
    case 'month':
      return `published:${value}`
    case 'language':
      return `lang:${value}`
    case 'publisher':
    case 'author':
    case 'type':
    case 'tag':
    case 'entity':
      return `${facet}:"${value.replaceAll('"', '')}"`
  }
}
