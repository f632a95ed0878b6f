import type { FacetValue, SearchFacet } from '#contract/search.ts'
import type { Store } from '../casebook/casebook.ts'
import { itemKinds } from './index/found-items.ts'
import { foundBy } from './index/found-sources.ts'
import { writeWhole } from './language/describe-query.ts'
import type { Condition } from './matching/compile-fields.ts'
import { readTimeline } from './timeline.ts'

/** How the hits of a search divide by one facet: exact counts over all that fulfil the filter, all values, the most frequent first. */
export function countFacet(store: Store, filter: Condition, facet: SearchFacet): FacetValue[] {
  if (facet === 'month') return countMonths(store, filter)
  const rows = store.all<{ value: string | number; count: number }>(
    `${foundBy(filter)} ${VALUES[facet]}`,
    ...filter.values,
  )
  return rows.map(({ value, count }) => ({ ...nameOf(facet, value), count }))
}

/** By the months that a date may mean, as `published:` does: what is dated "2025" counts in each of twelve. */
function countMonths(store: Store, filter: Condition): FacetValue[] {
  const { bars } = readTimeline(store, filter, 'month')
  return bars
    .map(({ from, count, query }) => ({ value: from.slice(0, 7), count, query }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

const ofSources = (value: string, where: string) =>
  `SELECT ${value} AS value, count(*) AS count FROM found JOIN sources ON sources.key = found.source
   WHERE ${where} GROUP BY 1 ORDER BY count DESC, value`

/** A mark and a note have their own highlight, a source all that stand on it. */
const ofHighlights = (value: string, join: string) =>
  `SELECT ${value} AS value, count(DISTINCT item) AS count FROM (
     SELECT item, highlight FROM found JOIN passages ON item & 7 = 0 AND passages.source = found.source
     UNION SELECT item, item >> 3 FROM found WHERE item & 7 IN (1, 4)
   ) AS marked ${join} GROUP BY 1 ORDER BY count DESC, value`

const VALUES: Readonly<Record<Exclude<SearchFacet, 'month'>, string>> = {
  kind: 'SELECT item & 7 AS value, count(*) AS count FROM found GROUP BY 1 ORDER BY count DESC, value',
  publisher: ofSources('publisher', 'publisher IS NOT NULL'),
  author: ofSources('author', 'author IS NOT NULL'),
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
  // Nothing is graded as long as nothing is claimed.
  grade: 'SELECT item AS value, 0 AS count FROM found WHERE 0',
}

function nameOf(facet: SearchFacet, value: string | number): { value: string; query: string } {
  const word = facet === 'kind' ? (itemKinds[Number(value)] ?? '') : String(value)
  return { value: word, query: writeWhole(facet, word) }
}
