import { expect, test } from 'vitest'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import { migrate, openForWriting } from '../casebook/file.ts'
import { plantSources } from '../planted-source.ts'
import { sqlFunctions } from '../sql-functions.ts'
import { newTestCasebook, type TestCasebook } from '../test-world.ts'

const older =
  'The envoy arrived on Monday with three aides. “We agreed on four distinct channels,” he said to reporters.\n' +
  'Nobody could be reached for comment by the time this was written.'
const newer =
  'Updated at noon. The envoy arrived on Monday with three aides. “We agreed on four distinctive channels,” he said to reporters.'

interface Carried {
  readonly casebook: TestCasebook
  readonly older: SourceId
  readonly newer: SourceId
  readonly moved: HighlightId
  readonly fuzzy: HighlightId
  readonly orphan: HighlightId
}

async function carriedMarks(): Promise<Carried> {
  const casebook = newTestCasebook()
  const [first, second] = await plantSources(casebook, [older, newer])
  if (first === undefined || second === undefined) throw new Error('no sources were planted')
  const mark = async (words: string) => {
    const start = older.indexOf(words)
    const spans = [{ start, end: start + words.length }]
    return (await casebook.engine.ask('highlights.add', { source: first, spans })).id
  }
  const marks = {
    moved: await mark('envoy arrived on Monday'),
    fuzzy: await mark('We agreed on four distinct channels'),
    orphan: await mark('Nobody could be reached for comment'),
  }
  await casebook.engine.ask('highlights.reanchor', {
    source: first,
    to: { kind: 'source', source: second },
  })
  return { casebook, older: first, newer: second, ...marks }
}

test('each mark says what happened, with its words then and now, until somebody has looked', async () => {
  const { casebook, newer: source, moved, fuzzy, orphan } = await carriedMarks()
  await using _ = casebook
  const { engine } = casebook
  const { total, items } = await engine.ask('highlights.outcomes', { source, toReview: true })
  expect(total).toBe(3)
  expect(
    items.map(({ highlight, anchoring, old, now }) => [
      highlight,
      anchoring.state,
      old.map(({ quote }) => quote),
      now.map(({ quote }) => quote),
    ]),
  ).toEqual([
    [moved, 'moved', ['envoy arrived on Monday'], ['envoy arrived on Monday']],
    [fuzzy, 'fuzzy', ['We agreed on four distinct channels'], ['We agreed on four distinctive channels']],
    [orphan, 'orphan', ['Nobody could be reached for comment'], []],
  ])
  await engine.ask('highlights.review', {
    items: [moved, orphan].map((highlight) => ({ highlight, source })),
    verdict: 'accepted',
  })
  const left = await engine.ask('highlights.outcomes', { toReview: true })
  expect(left.items.map(({ highlight }) => highlight)).toEqual([fuzzy])
  expect((await engine.ask('highlights.outcomes', { states: ['orphan'] })).items[0]?.reviewed).toBe(
    '2026-01-05T09:00:00.000Z',
  )
})

test('a place that the analyst rejects is none: the mark is an orphan there, and undoing gives it back', async () => {
  const { casebook, newer: source, fuzzy } = await carriedMarks()
  await using _ = casebook
  const { engine } = casebook
  const before = await engine.ask('highlights.outcomes', { source })
  await engine.ask('highlights.review', { items: [{ highlight: fuzzy, source }], verdict: 'rejected' })
  const { items } = await engine.ask('highlights.list', { source, state: 'orphan' })
  expect(items.find(({ id }) => id === fuzzy)?.anchoring).toEqual({
    state: 'orphan',
    reason: 'You rejected the place where it was found',
  })
  await engine.ask('casebook.undo', {})
  expect(await engine.ask('highlights.outcomes', { source })).toEqual(before)
})

test('a mark attached by hand stands there exactly and has left the queue', async () => {
  const { casebook, newer: source, orphan } = await carriedMarks()
  await using _ = casebook
  const { engine } = casebook
  await engine.ask('highlights.attach', { id: orphan, source, spans: [{ start: 0, end: 7 }] })
  const { items } = await engine.ask('highlights.outcomes', { source, states: ['exact'] })
  expect(items.map(({ highlight, now }) => [highlight, now[0]?.quote])).toEqual([[orphan, 'Updated']])
})

test('on a newer version a mark gets other spans there alone, and stands on them exactly', async () => {
  const { casebook, older: home, newer: on, fuzzy } = await carriedMarks()
  await using _ = casebook
  const { engine } = casebook
  const spans = [
    { start: 0, end: 7 },
    { start: 11, end: 15 },
  ]
  const { items } = await engine.ask('highlights.change', { ids: [fuzzy], set: { spans }, on })
  expect(items).toMatchObject([{ source: on, anchoring: { state: 'exact' }, passages: spans }])
  const there = await engine.ask('highlights.list', { source: home, ids: [fuzzy] })
  expect(there.items[0]?.passages.map(({ quote }) => quote)).toEqual(['We agreed on four distinct channels'])
})

test('a mark is not changed or judged on a version that it does not stand on', async () => {
  const { casebook, older: home, newer: on, orphan } = await carriedMarks()
  await using _ = casebook
  const { engine } = casebook
  const spans = [{ start: 0, end: 7 }]
  const refused = { code: 'input.invalid' }
  await expect(engine.ask('highlights.change', { ids: [orphan], set: { spans }, on })).rejects.toMatchObject(
    refused,
  )
  await expect(
    engine.ask('highlights.review', { items: [{ highlight: orphan, source: home }], verdict: 'accepted' }),
  ).rejects.toMatchObject(refused)
})

test('types keep their order, are merged with their marks, and all of it is undone', async () => {
  await using casebook = newTestCasebook()
  const [source] = await plantSources(casebook, [older])
  if (source === undefined) throw new Error('no source was planted')
  await casebook.engine.ask('highlights.add', { source, spans: [{ start: 0, end: 3 }], type: 'type_doubt' })
  const names = async () => (await casebook.engine.ask('highlights.types', {})).items.map(({ name }) => name)
  const first = await names()
  await casebook.engine.ask('highlights.orderTypes', { ids: ['type_date', 'type_fact'] })
  expect(await names()).toEqual(['Date', 'Fact', ...first.filter((name) => !/Date|Fact/.test(name))])
  await casebook.engine.ask('highlights.deleteType', { id: 'type_doubt', to: 'type_fact' })
  expect((await casebook.engine.ask('highlights.typeCounts', {})).items).toEqual([
    { type: 'type_fact', highlights: 1 },
  ])
  await casebook.engine.ask('casebook.undo', { steps: 2 })
  expect(await names()).toEqual(first)
  expect((await casebook.engine.ask('highlights.typeCounts', {})).items).toEqual([
    { type: 'type_doubt', highlights: 1 },
  ])
})

test('a tag goes with what is inside it, and leaves its neighbours', async () => {
  await using casebook = newTestCasebook()
  const [source] = await plantSources(casebook, [older])
  if (source === undefined) throw new Error('no source was planted')
  const tags = ['security', 'security/border', 'security-council']
  await casebook.engine.ask('highlights.add', { source, spans: [{ start: 0, end: 3 }], tags })
  expect(await casebook.engine.ask('highlights.deleteTag', { name: 'security' })).toEqual({ changed: 1 })
  const left = await casebook.engine.ask('highlights.tags', {})
  expect(left.items.map(({ name }) => name)).toEqual(['security-council'])
})

test('types of a casebook of the format before keep the order of their keys', async () => {
  await using casebook = newTestCasebook()
  await casebook.engine.close()
  const path = `${casebook.folder}/old.casebook`
  const old = openForWriting(path)
  for (const [name, run] of Object.entries(sqlFunctions)) old.function(name, { deterministic: true }, run)
  migrate(old, path, 5)
  old.exec(`INSERT INTO highlight_types (id, name, colour, underline, shortcut)
    VALUES ('type_own', 'Aside', 'pink', 'none', NULL)`)
  migrate(old, path)
  const ids = old.prepare('SELECT name FROM highlight_types ORDER BY place').pluck().all()
  expect([ids[0], ids.at(-1)]).toEqual(['Fact', 'Aside'])
  old.close()
})
