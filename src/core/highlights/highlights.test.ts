import { expect, test } from 'vitest'
import type { SourceId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'
import { plantSources } from '../planted-source.ts'
import { newTestCasebook, type TestCasebook } from '../test-world.ts'

const text = [
  'The envoy arrived on Monday. “We agreed on four channels,” he said.',
  'A second paragraph, in which 👩‍👩‍👧 waved and the guards did not.',
  'The envoy arrived on Monday. Nobody confirmed it.',
].join('\n')

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

test('a mark keeps its words and what stands round them', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const marked = await casebook.engine.ask('highlights.add', {
    source,
    spans: [spanOf('four channels')],
    type: 'type_fact',
    tags: ['security / border', 'security/border', 'talks'],
    note: proseFromText('Compare with the other report.'),
  })
  expect(marked).toMatchObject({
    type: 'type_fact',
    tags: ['security/border', 'talks'],
    anchoring: { state: 'exact' },
    created: '2026-01-05T09:00:00.000Z',
  })
  const [passage] = marked.passages
  expect(passage).toMatchObject({ ...spanOf('four channels'), quote: 'four channels' })
  expect(text).toContain(`${passage?.prefix}four channels${passage?.suffix}`)
  expect(Math.min(passage?.prefix.length ?? 0, passage?.suffix.length ?? 0)).toBeGreaterThanOrEqual(32)
  expect((await casebook.engine.ask('highlights.list', { source })).items).toEqual([marked])
})

test('marks may overlap, cross paragraphs and have gaps', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const across = { start: text.indexOf('he said'), end: text.indexOf('in which') }
  await casebook.engine.ask('highlights.add', { source, spans: [across] })
  await casebook.engine.ask('highlights.add', { source, spans: [spanOf('A second')] })
  const withGaps = await casebook.engine.ask('highlights.add', {
    source,
    spans: [spanOf('guards'), spanOf('envoy'), spanOf('voy arrived')],
  })
  expect(withGaps.passages.map((passage) => passage.quote)).toEqual(['envoy arrived', 'guards'])
  const { items, total } = await casebook.engine.ask('highlights.list', { source })
  expect(total).toBe(3)
  expect(items.map((item) => item.passages[0]?.quote)).toEqual([
    'envoy arrived',
    'he said.\nA second paragraph, ',
    'A second',
  ])
})

test('a mark that is no passage of the text is refused', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const add = (start: number, end: number) =>
    casebook.engine.ask('highlights.add', { source, spans: [{ start, end }] })
  await expect(add(5, 5)).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(add(9, 5)).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(add(0, text.length + 1)).rejects.toMatchObject({
    code: 'highlight.outside',
    message: `The mark ends at ${text.length + 1}, beyond the text, which ends at ${text.length}.`,
  })
  const inside = text.indexOf('👩') + 1
  await expect(add(0, inside)).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(add(inside, inside + 9)).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(
    casebook.engine.ask('highlights.add', { source: 'source_nowhere', spans: [{ start: 0, end: 1 }] }),
  ).rejects.toMatchObject({ code: 'source.not-found' })
  await expect(
    casebook.engine.ask('highlights.add', { source, spans: [{ start: 0, end: 1 }], type: 'type_nowhere' }),
  ).rejects.toMatchObject({ code: 'type.not-found' })
  expect((await casebook.engine.ask('casebook.history', {})).steps).toEqual([])
})

test('type, tags, note and ends of marks can be changed, many at once', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const mark = (words: string) =>
    casebook.engine.ask('highlights.add', { source, spans: [spanOf(words)], tags: ['old', 'both'] })
  const marks = [await mark('envoy'), await mark('guards')]
  const ids = marks.map((one) => one.id)
  const { items } = await casebook.engine.ask('highlights.change', {
    ids,
    set: { type: 'type_doubt' },
    addTags: ['new'],
    removeTags: ['old'],
  })
  expect(items.map(({ type, tags }) => ({ type, tags }))).toEqual([
    { type: 'type_doubt', tags: ['both', 'new'] },
    { type: 'type_doubt', tags: ['both', 'new'] },
  ])
  const [moved] = (
    await casebook.engine.ask('highlights.change', {
      ids: ids.slice(0, 1),
      set: { spans: [spanOf('The envoy')], tags: [], type: null },
    })
  ).items
  expect(moved).toMatchObject({ type: null, tags: [], passages: [{ quote: 'The envoy' }] })
  const titles = (await casebook.engine.ask('casebook.history', { limit: 2 })).steps.map(({ title }) => title)
  expect(titles).toEqual(['Moved the ends of “The envoy”', 'Marked 2 highlights as Doubt'])
  await casebook.engine.ask('casebook.undo', { steps: 2 })
  expect((await casebook.engine.ask('highlights.list', { ids })).items).toEqual(marks)
})

test('typing a note is one step, however often it is saved', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const { id } = await casebook.engine.ask('highlights.add', { source, spans: [spanOf('envoy')] })
  for (const note of ['W', 'Wh', 'Who?']) {
    casebook.outside.pass(1_000)
    await casebook.engine.ask('highlights.change', { ids: [id], set: { note: proseFromText(note) } })
  }
  await casebook.engine.ask('casebook.undo', {})
  expect((await casebook.engine.ask('highlights.list', { ids: [id] })).items[0]?.note).toBeNull()
  await casebook.engine.ask('casebook.redo', {})
  expect((await casebook.engine.ask('highlights.list', { ids: [id] })).items[0]?.note).toEqual(
    proseFromText('Who?'),
  )
})

test('a deleted mark comes back whole, links and tags with it', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const entity = await casebook.engine.ask('entities.add', { type: 'person', name: 'The envoy' })
  const marked = await casebook.engine.ask('highlights.add', {
    source,
    spans: [spanOf('envoy')],
    tags: ['talks'],
    entities: [entity.id],
  })
  expect(await casebook.engine.ask('highlights.delete', { ids: [marked.id] })).toEqual({ deleted: 1 })
  expect((await casebook.engine.ask('highlights.tags', {})).items).toEqual([])
  expect(await casebook.engine.ask('entities.get', { id: entity.id })).toMatchObject({ mentions: 0 })
  await casebook.engine.ask('casebook.undo', {})
  expect((await casebook.engine.ask('highlights.list', {})).items).toEqual([marked])
  expect(await casebook.engine.ask('entities.get', { id: entity.id })).toMatchObject({
    mentions: 1,
    sources: 1,
  })
})

test('a casebook begins with eight types, and they are its own', async () => {
  const { casebook } = await casebookWithText()
  await using _ = casebook
  const names = async () =>
    (await casebook.engine.ask('highlights.types', {})).items.map(({ name, key }) => [key, name])
  expect(await names()).toEqual([
    [1, 'Fact'],
    [2, 'Quote'],
    [3, 'Claim'],
    [4, 'Number'],
    [5, 'Date'],
    [6, 'Doubt'],
    [7, 'Background'],
    [8, 'To check'],
  ])
  await casebook.engine.ask('highlights.changeType', { id: 'type_date', set: { name: 'When', key: 1 } })
  await casebook.engine.ask('highlights.addType', {
    name: 'Map',
    colour: 'teal',
    underline: 'wavy',
    key: null,
  })
  expect((await names()).filter(([key]) => key === 1 || key === null)).toEqual([
    [null, 'Fact'],
    [1, 'When'],
    [null, 'Map'],
  ])
})

test('a tag is renamed with everything inside it, and merges with one that is there', async () => {
  const { casebook, source } = await casebookWithText()
  await using _ = casebook
  const mark = (words: string, tags: string[]) =>
    casebook.engine.ask('highlights.add', { source, spans: [spanOf(words)], tags })
  await mark('envoy', ['border', 'border/east', 'borders'])
  await mark('guards', ['security/east', 'border/east'])
  expect(await casebook.engine.ask('highlights.renameTag', { from: 'border', to: 'security' })).toEqual({
    changed: 2,
  })
  const tags = async () =>
    (await casebook.engine.ask('highlights.tags', {})).items.map(({ name, highlights }) => [name, highlights])
  expect(await tags()).toEqual([
    ['borders', 1],
    ['security', 1],
    ['security/east', 2],
  ])
  await casebook.engine.ask('highlights.renameTag', { from: 'security', to: 'security/east' })
  expect(await tags()).toEqual([
    ['borders', 1],
    ['security/east', 1],
    ['security/east/east', 2],
  ])
  await casebook.engine.ask('highlights.renameTag', { from: 'security/east', to: 'security' })
  expect((await casebook.engine.ask('highlights.list', { tag: 'security' })).total).toBe(2)
  expect((await casebook.engine.ask('highlights.list', { tag: 'security/east' })).total).toBe(2)
  await expect(
    casebook.engine.ask('highlights.renameTag', { from: 'nowhere', to: 'a' }),
  ).rejects.toMatchObject({ code: 'tag.not-found' })
})
