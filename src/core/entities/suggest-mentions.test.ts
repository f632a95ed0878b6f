import { expect, test } from 'vitest'
import type { SourceId } from '#contract/ids.ts'
import { newTestCasebook } from '../test-world.ts'

const text = 'Talks began on Monday.\n\nTom Barrack spoke. The envoy left, and the envoy came back.'

async function withEnvoy() {
  const casebook = newTestCasebook()
  const { engine } = casebook
  await engine.ask('sources.import', { items: [{ kind: 'paste', text }] })
  const source = (await engine.ask('sources.list', {})).items[0]?.id
  if (source === undefined) throw new Error('the text was not imported')
  const { id } = await engine.ask('entities.add', { type: 'person', name: 'Tom Barrack' })
  const { hits } = await engine.ask('search.run', { query: '"the envoy"', kinds: ['source'] })
  const places = placesIn(source, hits[0]?.passages ?? [])
  const mentions = async (state: 'suggested' | 'confirmed' | 'rejected') =>
    (await engine.ask('entities.mentions', { id, state })).items
  return { casebook, engine, id, source, places, mentions }
}

function placesIn(source: SourceId, passages: readonly { start: number; end: number }[]) {
  return passages.map(({ start, end }) => ({ source, start, end }))
}

test('passages are suggested as mentions in one step, and nothing is linked by that', async () => {
  const { casebook, engine, id, places, mentions } = await withEnvoy()
  await using _ = casebook
  const rule = 'found by the search “the envoy”'
  expect(await engine.ask('entities.suggestMentions', { id, places, rule })).toEqual({ suggested: 2 })
  expect(await mentions('suggested')).toMatchObject([
    { ...places[0], quote: 'The envoy', state: 'suggested', rule, highlight: null },
    { ...places[1], quote: 'the envoy', state: 'suggested', rule, highlight: null },
  ])
  expect(await mentions('confirmed')).toEqual([])
  expect((await engine.ask('highlights.list', {})).total).toBe(0)
  expect(await engine.ask('entities.suggestMentions', { id, places, rule })).toEqual({ suggested: 0 })
  await engine.ask('casebook.undo', {})
  expect(await mentions('suggested')).toEqual([])
})

test('a confirmed mention is a link, a rejected one is not suggested again', async () => {
  const { casebook, engine, id, places, mentions } = await withEnvoy()
  await using _ = casebook
  const suggest = () => engine.ask('entities.suggestMentions', { id, places, rule: 'a search' })
  await suggest()
  const [first, second] = [places.slice(0, 1), places.slice(1)]
  const confirmed = await engine.ask('entities.decideMentions', { id, places: first, as: 'confirmed' })
  expect(confirmed.highlights).toHaveLength(1)
  expect(await engine.ask('entities.decideMentions', { id, places: second, as: 'rejected' })).toEqual({
    decided: 1,
    highlights: [],
  })
  expect(await mentions('confirmed')).toMatchObject([{ ...first[0], highlight: confirmed.highlights[0] }])
  expect(await mentions('rejected')).toMatchObject(second)
  expect(await suggest()).toEqual({ suggested: 0 })
  await engine.ask('casebook.undo', {})
  expect(await mentions('suggested')).toMatchObject(second)
})

test('suggestions go with their entity and their source, and come back with them', async () => {
  const { casebook, engine, id, source, places, mentions } = await withEnvoy()
  await using _ = casebook
  await engine.ask('entities.suggestMentions', { id, places, rule: 'a search' })
  await engine.ask('sources.delete', { ids: [source] })
  expect(await mentions('suggested')).toEqual([])
  await engine.ask('casebook.undo', {})
  await engine.ask('entities.delete', { ids: [id] })
  await engine.ask('casebook.undo', {})
  expect(await mentions('suggested')).toHaveLength(2)
  expect(await engine.ask('casebook.check', {})).toMatchObject({ problems: [] })
})

test('what lies outside the text is refused in words', async () => {
  const { casebook, engine, id, source } = await withEnvoy()
  await using _ = casebook
  const places = [{ source, start: 5, end: 9_000 }]
  await expect(engine.ask('entities.suggestMentions', { id, places, rule: '' })).rejects.toMatchObject({
    code: 'highlight.outside',
  })
})
