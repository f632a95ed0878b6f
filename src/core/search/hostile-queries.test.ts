import { expect, test } from 'vitest'
import { searchedCasebook } from './test-casebook.ts'
import { hostileQueries } from './test-hostile-queries.ts'

test('44 hostile queries are answered, each with hits or a sentence for the analyst', () => {
  using casebook = searchedCasebook()
  casebook.addSource({
    title: 'Envoy',
    text: `The envoy wrote a letter. ${'e'.repeat(60)}! ${'x '.repeat(2_000)}`,
  })
  expect(hostileQueries).toHaveLength(44)
  for (const [about, query] of hostileQueries) {
    const { message, hits } = casebook.search(query, { facets: ['publisher'], timeline: true, explain: true })
    expect(message ?? '', about).not.toMatch(/fts5|sqlite|syntax error|undefined|\[object/i)
    for (const { passages } of hits) {
      for (const { snippet, marks } of passages)
        for (const { start, end } of marks) expect(start < end && end <= snippet.length, about).toBe(true)
    }
  }
  expect(casebook.search('envoy').total).toBe(1)
})
