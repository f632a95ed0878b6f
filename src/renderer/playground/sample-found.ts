import type { CallOutput } from '#contract/engine.ts'
import type { SearchId } from '#contract/ids.ts'
import type { FacetValue, SearchFacet, SearchHit } from '#contract/search.ts'

/** What stands beside the hits of the playground's search: counts, dates, what is kept of searches. */

const publishers = ['Norrel Wire', 'The Selden Courier', 'Tavland Dispatch', 'الوكالة الوطنية للأنباء']
/** Enough of them to be looked through in a dialog of their own. */
const desks = ['Harbour desk', 'Foreign desk', 'Night desk', 'Courts desk', 'Data desk', 'Weather desk']
const authors = Array.from({ length: 320 }, (_, at) => `${desks[at % desks.length]} ${at + 1}`)

const valuesOf: Readonly<Partial<Record<SearchFacet, readonly FacetValue[]>>> = {
  publisher: publishers.map((value, at) => ({ value, count: 40 - at * 9, query: `publisher:="${value}"` })),
  author: authors.map((value, at) => ({ value, count: 1 + (640 - at * 2), query: `author:="${value}"` })),
  month: [
    { value: '2024-06', count: 11, query: 'published:2024-06' },
    { value: '2024-03', count: 4, query: 'published:2024-03' },
  ],
  entity: [{ value: 'Karsa Strait', count: 3, query: 'entity:"Karsa Strait"' }],
  type: [{ value: 'Statement', count: 2, query: 'type:="Statement"' }],
  tag: [{ value: 'crew', count: 1, query: 'tag:="crew"' }],
}

export function sampleFacets(
  hits: readonly SearchHit[],
  wanted: readonly SearchFacet[],
  most?: number,
): Pick<CallOutput<'search.run'>, 'facets' | 'facetTotals'> {
  const all = wanted.map(
    (facet) => [facet, facet === 'kind' ? kindsOf(hits) : (valuesOf[facet] ?? [])] as const,
  )
  return {
    facets: Object.fromEntries(all.map(([facet, values]) => [facet, values.slice(0, most)])),
    facetTotals: Object.fromEntries(all.map(([facet, values]) => [facet, values.length])),
  }
}

function kindsOf(hits: readonly SearchHit[]): FacetValue[] {
  return [...Map.groupBy(hits, ({ kind }) => kind)].map(([value, alike]) => ({
    value,
    count: alike.length,
    query: `in:${value}`,
  }))
}

export const sampleTimeline: CallOutput<'search.run'>['timeline'] = {
  unit: 'month',
  bars: [
    { from: '2024-03-01', to: '2024-03-31', count: 4, query: 'published:2024-03' },
    { from: '2024-06-01', to: '2024-06-30', count: 11, query: 'published:2024-06' },
    { from: '2024-07-01', to: '2024-07-31', count: 1, query: 'published:2024-07' },
  ],
  undated: 2,
}

export const sampleSaved: CallOutput<'search.saved'>['items'] = [
  ['search_51000001', 'Quiet talks', 'talks OR soundings'],
  ['search_51000002', 'Pilots', 'pilots'],
].map(([id = '', name = '', query = '']) => ({
  // Ids of the sample, in the shape of the contract.
  id: id as SearchId,
  name,
  query,
  filters: {},
  created: '2026-01-02T10:00:00Z',
  looked: '2026-01-03T10:00:00Z',
}))

export function sampleNews(id: SearchId): CallOutput<'search.news'> {
  return { total: 12, fresh: id === 'search_51000001' ? 3 : 0, ids: [] }
}

export const sampleList: CallOutput<'search.runList'> = {
  queries: [
    {
      line: 1,
      name: 'Talks',
      query: 'talks OR soundings',
      total: 7,
      counts: { source: 4, highlight: 2, note: 1, entity: 0, brief: 0 },
      passages: [
        {
          kind: 'source',
          id: 'source_a1f00002',
          source: 'source_a1f00002',
          title: 'Quiet talks over the strait since December',
          publisher: 'The Selden Courier',
          published: '2024-06-29',
          passage: {
            start: 6,
            end: 11,
            quote: 'talks',
            snippet: 'Quiet talks over the strait since December',
            marks: [{ start: 6, end: 11 }],
          },
          mark: null,
        },
        {
          kind: 'highlight',
          id: 'highlight_c0000001',
          source: 'source_a1f00001',
          title: 'Qasmaran patrol boats board Tavland grain ship in Karsa Strait',
          publisher: 'Norrel Wire',
          published: '2024-03-03',
          passage: null,
          mark: { start: 120, end: 142, quote: 'a fourth quiet channel' },
        },
      ],
    },
    {
      line: 3,
      name: 'zeppelin AND (airship OR dirigible) published:2024-01..2024-12 publisher:"Norrel Wire"',
      query: 'zeppelin AND (airship OR dirigible) published:2024-01..2024-12 publisher:"Norrel Wire"',
      total: 0,
      counts: { source: 0, highlight: 0, note: 0, entity: 0, brief: 0 },
      passages: [],
    },
  ],
  problems: [
    {
      line: 2,
      query: '"the strait',
      message: 'The quotation mark at character 1 has no partner: add one, or take it away.',
      slip: { start: 0, end: 11, character: 1 },
    },
  ],
}
