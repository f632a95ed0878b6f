import { expect, test } from 'vitest'
import type { SourceId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'
import { plantSources } from '../planted-source.ts'
import { newTestCasebook, type TestCasebook } from '../test-world.ts'

const text =
  'Tom Barrack, the envoy, met Ahmad al-Sharaa in Damascus. Barrack said al-Sharaa had agreed. Damascus denied it.'

async function casebookWithText(): Promise<{ casebook: TestCasebook; source: SourceId }> {
  const casebook = newTestCasebook()
  const [source] = await plantSources(casebook, [text])
  if (source === undefined) throw new Error('no source was planted')
  return { casebook, source }
}

function spanOf(words: string, from = 0) {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

test('an entity is added from a selection, with its links, as one step', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const entity = await casebook.engine.ask('entities.add', {
    type: 'person',
    name: ' Tom  Barrack ',
    aliases: ['Thomas Barrack', 'Tom Barrack', '', 'Thomas Barrack'],
    notes: proseFromText('Envoy since May.'),
    link: [
      { kind: 'span', source, ...spanOf('Tom Barrack') },
      { kind: 'span', source, ...spanOf('Barrack said') },
    ],
  })
  expect(entity).toMatchObject({
    name: 'Tom Barrack',
    aliases: ['Thomas Barrack'],
    iri: `urn:casebook:${entity.id}`,
    mentions: 2,
    sources: 1,
  })
  const { items, total } = await casebook.engine.ask('entities.mentions', { id: entity.id })
  expect(total).toBe(2)
  expect(items[1]).toMatchObject({ ...spanOf('Barrack said'), quote: 'Barrack said', state: 'confirmed' })
  for (const { context, quoteAt, quote } of items)
    expect(context.slice(quoteAt, quoteAt + quote.length)).toBe(quote)
  const [step] = (await casebook.engine.ask('casebook.undo', {})).steps
  expect(step?.title).toBe('Added Tom Barrack (person) and linked 2 passages')
  expect((await casebook.engine.ask('entities.list', {})).total).toBe(0)
  expect((await casebook.engine.ask('highlights.list', {})).total).toBe(0)
})

test('linking the same words to a second entity uses the mark that is there', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const place = await casebook.engine.ask('entities.add', { type: 'place', name: 'Damascus' })
  const government = await casebook.engine.ask('entities.add', {
    type: 'organisation',
    name: 'Syrian government',
  })
  const target = { kind: 'span' as const, source, ...spanOf('Damascus denied') }
  const first = await casebook.engine.ask('entities.link', { id: place.id, targets: [target] })
  const second = await casebook.engine.ask('entities.link', { id: government.id, targets: [target, target] })
  expect(second).toEqual({ linked: 1, highlights: first.highlights })
  const [highlight] = (await casebook.engine.ask('highlights.list', {})).items
  expect(highlight?.entities).toEqual([place.id, government.id])
  await casebook.engine.ask('entities.unlink', { id: place.id, highlights: first.highlights })
  expect((await casebook.engine.ask('highlights.list', { entity: place.id })).total).toBe(0)
  expect((await casebook.engine.ask('highlights.list', { entity: government.id })).total).toBe(1)
  const titles = (await casebook.engine.ask('casebook.history', {})).steps.map(({ title }) => title)
  expect(titles.slice(0, 3)).toEqual([
    'Unlinked 1 passage from Damascus',
    'Linked 1 passage to Syrian government',
    'Linked 1 passage to Damascus',
  ])
})

test('typing finds an entity by its names, whatever their accents and marks', async () => {
  const { casebook } = await casebookWithText()
  await using _ = casebook
  const add = (name: string, aliases: string[] = []) =>
    casebook.engine.ask('entities.add', { type: 'person', name, aliases })
  await add('Ahmad al-Sharaa', ['Abu Mohammad al-Jolani', 'أحمد الشرع'])
  await add('Tom Barrack')
  await add('Barrack Obama')
  await add('Sharon Rābi‘')
  await add('İbrahim Kalın')
  const names = async (query: string) =>
    (await casebook.engine.ask('entities.list', { query })).items.map(({ name }) => name)
  expect(await names('SHAR')).toEqual(['Sharon Rābi‘', 'Ahmad al-Sharaa'])
  expect(await names('jolani')).toEqual(['Ahmad al-Sharaa'])
  expect(await names('barr')).toEqual(['Barrack Obama', 'Tom Barrack'])
  expect(await names('t bar')).toEqual(['Tom Barrack'])
  expect(await names('احمد')).toEqual(['Ahmad al-Sharaa'])
  expect(await names('kalin')).toEqual(['İbrahim Kalın'])
  expect(await names('rabi')).toEqual(['Sharon Rābi‘'])
  expect(await names('x')).toEqual([])
  expect(await names(' ')).toHaveLength(5)
})

test('an entity is renamed, retyped and deleted; its highlights stay, and undo brings it back', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const { id } = await casebook.engine.ask('entities.add', {
    type: 'person',
    name: 'Barrack',
    aliases: ['Tom'],
    link: [{ kind: 'span', source, ...spanOf('Tom Barrack') }],
  })
  const renamed = await casebook.engine.ask('entities.change', {
    id,
    set: { name: 'Tom', type: 'other', aliases: ['Barrack', 'Tom'] },
  })
  expect(renamed).toMatchObject({ name: 'Tom', type: 'other', aliases: ['Barrack'] })
  await casebook.engine.ask('entities.delete', { ids: [id] })
  expect((await casebook.engine.ask('highlights.list', {})).items[0]?.entities).toEqual([])
  await expect(casebook.engine.ask('entities.get', { id })).rejects.toMatchObject({
    code: 'entity.not-found',
  })
  await casebook.engine.ask('casebook.undo', {})
  expect(await casebook.engine.ask('entities.get', { id })).toEqual(renamed)
  expect((await casebook.engine.ask('highlights.list', {})).items[0]?.entities).toEqual([id])
})
