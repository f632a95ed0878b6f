import { expect, test } from 'vitest'
import type { SearchFacet, SearchScope } from '#contract/search.ts'
import { type SearchedCasebook, searchedCasebook } from './test-casebook.ts'

function outlets(): SearchedCasebook {
  const casebook = searchedCasebook()
  const add = (title: string, publisher: string | null, published: string | null) =>
    casebook.addSource({ title, publisher, published, text: `Talks on the ${title} went on.` })
  add('dam', 'Al Sabah', '2025-06-01')
  add('pact', 'Al Sabah Media', '2025-06-30')
  add('border', 'al-sabah', '2025-07')
  add('truce', 'The "Post"', '2024')
  add('harvest', null, null)
  return casebook
}

test('a whole value is meant letter by letter, where words would find more', () => {
  using casebook = outlets()
  const sorted = (query: string) => casebook.titles(query).toSorted()
  expect(sorted('publisher:"Al Sabah"')).toEqual(['border', 'dam', 'pact'])
  expect(sorted('publisher:="Al Sabah"')).toEqual(['dam'])
  expect(sorted('talks -publisher:="Al Sabah"')).toEqual(['border', 'harvest', 'pact', 'truce'])
  expect(sorted('publisher:="The ""Post"""')).toEqual(['truce'])
})

test('every value of a facet gives just what it counted, as a query and as a filter', () => {
  using casebook = outlets()
  const facets: SearchFacet[] = ['publisher', 'month', 'kind']
  const answer = casebook.search('talks', { facets })
  for (const facet of facets) {
    for (const { value, count, query } of answer.facets[facet] ?? []) {
      expect(casebook.search(`talks ${query}`).total, query).toBe(count)
      expect(casebook.search('talks', { filters: [{ facet, value }] }).total, value).toBe(count)
      const without = casebook.search('talks', { filters: [{ facet, value, exclude: true }] })
      expect(without.total, value).toBe(answer.total - count)
    }
  }
})

test('a facet has all its values, or as many as were asked for and how many there are', () => {
  using casebook = searchedCasebook()
  for (let at = 0; at < 230; at++) {
    casebook.addSource({
      text: 'Talks went on.',
      publisher: `Outlet ${at}`,
      published: `1990-0${(at % 9) + 1}`,
    })
  }
  const all = casebook.search('talks', { facets: ['publisher'] })
  expect(all.facets.publisher).toHaveLength(230)
  const some = casebook.search('talks', { facets: ['publisher', 'month'], facetValues: 5 })
  expect(some.facets.publisher).toEqual(all.facets.publisher?.slice(0, 5))
  expect(some.facetTotals).toEqual({ publisher: 230, month: 9 })
})

test('values of one facet are alternatives, and its counts go on telling what the others would give', () => {
  using casebook = outlets()
  const { total, facets } = casebook.search('talks', {
    filters: [
      { facet: 'publisher', value: 'Al Sabah' },
      { facet: 'publisher', value: 'al-sabah' },
      { facet: 'month', value: '2025-06', exclude: true },
    ],
    facets: ['publisher', 'grade'],
  })
  expect(total).toBe(1)
  expect(facets).toEqual({
    publisher: [
      { value: 'The "Post"', count: 1, query: 'publisher:="The ""Post"""' },
      { value: 'al-sabah', count: 1, query: 'publisher:="al-sabah"' },
    ],
    grade: [],
  })
})

test('the hits over time come in bars that fit their range, each a filter for just what it counts', () => {
  using casebook = outlets()
  const timeline = (query: string) => casebook.search(query, { timeline: true }).timeline
  const whole = timeline('talks')
  expect(whole).toMatchObject({ unit: 'month', undated: 1 })
  expect(whole?.bars.filter(({ from }) => from >= '2024-12')).toEqual([
    { from: '2024-12-01', to: '2024-12-31', count: 1, query: 'published:2024-12' },
    { from: '2025-06-01', to: '2025-06-30', count: 2, query: 'published:2025-06' },
    { from: '2025-07-01', to: '2025-07-31', count: 1, query: 'published:2025-07' },
  ])
  for (const { query, count } of whole?.bars ?? [])
    expect(casebook.search(`talks ${query}`).total).toBe(count)
  expect(timeline('dam OR pact')).toMatchObject({
    unit: 'day',
    undated: 0,
    bars: [{ count: 1 }, { count: 1 }],
  })
  casebook.addSource({ text: 'An old dam.', published: '1950' })
  expect(timeline('dam')).toMatchObject({
    unit: 'year',
    bars: [{ from: '1950-01-01' }, { to: '2025-12-31' }],
  })
  expect(timeline('harvest')).toEqual({ unit: 'day', bars: [], undated: 1 })
  expect(casebook.search('talks').timeline).toBeNull()
})

test('a search within results finds what both queries find, and marks the words of both', () => {
  using casebook = outlets()
  const { total, hits } = casebook.search('dam OR pact', {
    within: ['talks', '"on the dam" OR truce'],
    passages: 1,
  })
  expect([total, hits.map(({ title }) => title)]).toEqual([1, ['dam']])
  expect(hits[0]?.matches).toBeGreaterThan(1)
})

test('days narrow a search down as published: does, and what has no date can be asked for alone', () => {
  using casebook = outlets()
  const total = (published: SearchScope['published']) => casebook.search('talks', { published }).total
  expect(total({ from: '2025-06-01', to: '2025-06-30' })).toBe(
    casebook.search('talks published:2025-06').total,
  )
  expect(total({ from: '2024-03-01', to: '2024-03-31' })).toBe(1)
  expect(total('undated')).toBe(casebook.search('talks', { timeline: true }).timeline?.undated)
})
