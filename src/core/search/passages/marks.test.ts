import { expect, test } from 'vitest'
import { proseFromText } from '#contract/prose.ts'
import { newTestCasebook } from '../../test-world.ts'

const text = 'Talks began on Monday.\n\nThe envoy left for Damascus, and nobody said why the envoy left.'

async function marked() {
  const casebook = newTestCasebook()
  const { engine } = casebook
  await engine.ask('sources.import', { items: [{ kind: 'paste', text }] })
  const source = (await engine.ask('sources.list', {})).items[0]?.id
  if (source === undefined) throw new Error('the text was not imported')
  const { text: stored } = await engine.ask('sources.read', { id: source })
  const start = stored.indexOf('The envoy')
  const { id } = await engine.ask('highlights.add', {
    source,
    spans: [
      { start, end: start + 'The envoy left'.length },
      { start: stored.indexOf('nobody'), end: stored.indexOf('nobody') + 'nobody said why'.length },
    ],
    type: 'type_doubt',
    note: proseFromText('Ask the ministry.'),
    tags: ['to ask', 'Damascus'],
  })
  return { casebook, engine, source, id, start }
}

test('what is marked is a hit of its own, with its quote, note, type and tags', async () => {
  const { casebook, engine, source, id, start } = await marked()
  await using _ = casebook
  const { total, hits, facets } = await engine.ask('search.run', {
    query: 'envoy left in:highlights',
    facets: ['kind', 'tag', 'type'],
  })
  expect(total).toBe(1)
  expect(hits).toMatchObject([
    {
      kind: 'highlight',
      id,
      source,
      matches: 1,
      passages: [{ text: 'The envoy left'.slice(4) }],
      mark: {
        start,
        quote: 'The envoy left\nnobody said why',
        note: 'Ask the ministry.',
        type: 'Doubt',
        tags: ['Damascus', 'to ask'],
      },
    },
  ])
  expect(facets).toMatchObject({
    kind: [{ value: 'highlight', count: 1, query: 'in:highlight' }],
    tag: [
      { value: 'Damascus', count: 1 },
      { value: 'to ask', count: 1 },
    ],
    type: [{ value: 'Doubt', count: 1 }],
  })
})

test('a note that is found tells where it stands and what it speaks of', async () => {
  const { casebook, engine, id, start } = await marked()
  await using _ = casebook
  const { hits } = await engine.ask('search.run', { query: 'ask in:notes' })
  expect(hits).toMatchObject([
    {
      kind: 'note',
      id,
      passages: [{ text: 'Ask', snippet: 'Ask the ministry.' }],
      mark: { start, quote: 'The envoy left\nnobody said why', type: 'Doubt' },
    },
  ])
})

test('the source, the mark and its note are found together, and counted by kind', async () => {
  const { casebook, engine } = await marked()
  await using _ = casebook
  const { total, facets } = await engine.ask('search.run', { query: 'tag:"to ask"', facets: ['kind'] })
  expect(total).toBe(3)
  expect(facets.kind?.map(({ value, count }) => [value, count])).toEqual([
    ['source', 1],
    ['note', 1],
    ['highlight', 1],
  ])
})

test('no phrase reaches over the gap of a mark', async () => {
  const { casebook, engine } = await marked()
  await using _ = casebook
  const totalOf = async (query: string) => (await engine.ask('search.run', { query })).total
  expect(await totalOf('in:highlight "left nobody"')).toBe(0)
  expect(await totalOf('in:highlight left nobody')).toBe(1)
})

test('a deleted mark is found no more, and again when that is undone', async () => {
  const { casebook, engine, id } = await marked()
  await using _ = casebook
  const found = async () => (await engine.ask('search.run', { query: 'envoy in:highlight' })).total
  await engine.ask('highlights.delete', { ids: [id] })
  expect(await found()).toBe(0)
  await engine.ask('casebook.undo', {})
  expect(await found()).toBe(1)
  expect(await engine.ask('casebook.check', {})).toMatchObject({ problems: [] })
})

test('what was marked in a source stands with it, wherever the best of it stands', async () => {
  const { casebook, engine, source } = await marked()
  await using _ = casebook
  await engine.ask('sources.import', {
    items: [{ kind: 'paste', text: 'An envoy left, and envoy after envoy.' }],
  })
  for (const sort of ['relevance', 'newest', 'title'] as const) {
    const { hits } = await engine.ask('search.run', { query: 'envoy', sort })
    const together = hits.map((hit) => hit.source === source)
    expect(together.filter(Boolean), sort).toHaveLength(2)
    expect(together, sort).not.toEqual([true, false, true])
  }
})
