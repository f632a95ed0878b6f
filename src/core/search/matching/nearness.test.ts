import { expect, test } from 'vitest'
import { searchedCasebook } from '../test-casebook.ts'

test('of texts that say the words equally often, the one where they stand together comes first, and says why', () => {
  using casebook = searchedCasebook()
  const filler = 'nothing else was said on that day in the hall '
  casebook.addSource({
    title: 'Together',
    text: `${filler.repeat(8)} the envoy left Damascus ${filler.repeat(2)}`,
  })
  casebook.addSource({ title: 'Apart', text: `the envoy ${filler.repeat(10)} left Damascus` })
  const { hits } = casebook.search('envoy Damascus')
  expect(hits.map(({ title }) => title)).toEqual(['Together', 'Apart'])
  expect(hits.map(({ nearness }) => nearness > 0)).toEqual([true, true])
  expect((hits[0]?.score ?? 0) - (hits[0]?.nearness ?? 0)).toBeCloseTo(
    (hits[1]?.score ?? 0) - (hits[1]?.nearness ?? 0),
  )
  expect(casebook.search('envoy').hits.map(({ nearness }) => nearness)).toEqual([0, 0])
})

test('where two score the same the newer comes first, and what has no date last', () => {
  using casebook = searchedCasebook()
  for (const [title, published] of [
    ['Oldest', '2024-01-01'],
    ['Undated', null],
    ['Newest', '2025-03'],
    ['Middle', '2024-06-30'],
  ] as const)
    casebook.addSource({ title, published, text: 'The envoy came.' })
  expect(casebook.titles('envoy')).toEqual(['Newest', 'Middle', 'Oldest', 'Undated'])
  expect([0, 1, 2, 3].map((offset) => casebook.search('envoy', { offset, limit: 1 }).hits[0]?.title)).toEqual(
    ['Newest', 'Middle', 'Oldest', 'Undated'],
  )
})

test('a word in the title counts more than one in the text, and that more than one in boilerplate', () => {
  using casebook = searchedCasebook()
  const text = 'Pact signed today by both sides.'
  casebook.addSource({ title: 'Said at the edge', text, zones: [{ kind: 'boilerplate', start: 0, end: 4 }] })
  casebook.addSource({ title: 'Said in the text', text })
  casebook.addSource({ title: 'Pact in the title', text: 'Both sides signed it today with them.' })
  expect(casebook.titles('pact')).toEqual(['Pact in the title', 'Said in the text', 'Said at the edge'])
})
