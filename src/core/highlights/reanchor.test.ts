import { expect, test } from 'vitest'
import type { SourceId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'
import { plantSources } from '../planted-source.ts'
import { newTestCasebook, type TestCasebook } from '../test-world.ts'

const older = [
  'Ministers met in Damascus on Monday to talk about the border crossings.',
  'Caption: The envoy arrives at the airport before the talks begin.',
  'Four distinct channels were agreed, the spokesman told reporters afterwards.',
  'Nobody could be reached for comment by the time this was written.',
  'Caption: The envoy arrives at the airport before the talks begin.',
].join('\n')

const newer = [
  'Updated at noon, with a reply from the ministry of the interior.',
  'Ministers met in Damascus on Monday to talk about the border crossings.',
  'Caption: The envoy arrives at the airport before the talks begin.',
  'Four distinct channels had been agreed, the spokesman told reporters afterwards.',
  'Caption: The envoy arrives at the airport before the talks begin.',
].join('\n')

interface Versions {
  readonly casebook: TestCasebook
  readonly older: SourceId
  readonly newer: SourceId
}

async function twoVersions(): Promise<Versions> {
  const casebook = newTestCasebook()
  const [first, second] = await plantSources(casebook, [older, newer])
  if (first === undefined || second === undefined) throw new Error('no sources were planted')
  return { casebook, older: first, newer: second }
}

function spanOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

async function markFour({ casebook, older: source }: Versions) {
  const lastCaption = older.lastIndexOf('The envoy')
  const marks = []
  for (const span of [
    spanOf(older, 'Damascus on Monday'),
    spanOf(older, 'channels were agreed, the spokesman'),
    spanOf(older, 'Nobody could be reached for comment'),
    spanOf(older, 'The envoy arrives', lastCaption),
  ])
    marks.push(await casebook.engine.ask('highlights.add', { source, spans: [span], tags: ['talks'] }))
  return marks
}

test('finding all marks again is one step, and one undo takes it back', async () => {
  const versions = await twoVersions()
  const { engine } = versions.casebook
  await using _ = versions.casebook
  await markFour(versions)
  const steps = async () => (await engine.ask('casebook.history', {})).steps.length
  const before = await steps()
  const to = { kind: 'source' as const, source: versions.newer }
  await engine.ask('highlights.reanchor', { source: versions.older, to })
  expect(await steps()).toBe(before + 1)
  expect((await engine.ask('highlights.list', { source: versions.newer })).items).toHaveLength(3)
  await engine.ask('casebook.undo', { steps: 1 })
  expect((await engine.ask('highlights.list', { source: versions.newer })).items).toEqual([])
  expect((await engine.ask('highlights.list', { source: versions.older })).items).toHaveLength(4)
})

test('each mark says what became of it on a newer version, and the older one stays as it is', async () => {
  const versions = await twoVersions()
  const { casebook } = versions
  await using _ = casebook
  const marks = await markFour(versions)
  const to = { kind: 'source' as const, source: versions.newer }
  const { items } = await casebook.engine.ask('highlights.reanchor', { source: versions.older, to })
  expect(items.map(({ outcome, quote }) => [outcome, quote])).toEqual([
    ['moved', 'Damascus on Monday'],
    ['fuzzy', 'channels had been agreed, the spokesman'],
    ['orphan', null],
    ['moved', 'The envoy arrives'],
  ])
  expect(items[3]?.start).toBe(newer.lastIndexOf('The envoy'))
  expect(items[1]?.reason).toMatch(/./)
  const there = await casebook.engine.ask('highlights.list', { source: versions.newer })
  expect(there.items.map(({ id, anchoring, source }) => [id, anchoring.state, source])).toEqual([
    [marks[0]?.id, 'moved', versions.newer],
    [marks[1]?.id, 'fuzzy', versions.newer],
    [marks[3]?.id, 'moved', versions.newer],
  ])
  expect((await casebook.engine.ask('highlights.list', { source: versions.older })).items).toEqual(marks)
  expect((await casebook.engine.ask('casebook.history', {})).steps[0]?.title).toBe(
    'Found 3 highlights again on a newer version; 1 not',
  )
  expect(await casebook.engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
})

test('looking first keeps nothing, on a source or on a mere text', async () => {
  const versions = await twoVersions()
  const { casebook, older: source } = versions
  await using _ = casebook
  await markFour(versions)
  const look = async (to: { kind: 'source'; source: SourceId } | { kind: 'text'; text: string }) =>
    await casebook.engine.ask('highlights.reanchor', { source, to, dryRun: true })
  const onText = await look({ kind: 'text', text: newer })
  expect(await look({ kind: 'source', source: versions.newer })).toEqual(onText)
  const same = await look({ kind: 'text', text: older })
  expect(same.items.map(({ outcome }) => outcome)).toEqual(['exact', 'exact', 'exact', 'exact'])
  expect((await casebook.engine.ask('highlights.list', { source: versions.newer })).total).toBe(0)
  expect((await casebook.engine.ask('casebook.history', {})).steps).toHaveLength(4)
})

test('what was carried over before is left alone and told again', async () => {
  const versions = await twoVersions()
  const { casebook, older: source } = versions
  await using _ = casebook
  await markFour(versions)
  const to = { kind: 'source' as const, source: versions.newer }
  const first = await casebook.engine.ask('highlights.reanchor', { source, to })
  const again = await casebook.engine.ask('highlights.reanchor', { source, to })
  expect(again.items.map(({ highlight, outcome, start }) => [highlight, outcome, start])).toEqual(
    first.items.map(({ highlight, outcome, start }) => [highlight, outcome, start]),
  )
  expect((await casebook.engine.ask('casebook.history', {})).steps).toHaveLength(5)
})

test('an orphan is listed with the reason, and attached again by hand with all it says', async () => {
  const versions = await twoVersions()
  const { casebook, older: source } = versions
  await using _ = casebook
  const [, , lost] = await markFour(versions)
  if (lost === undefined) throw new Error('no mark')
  const note = proseFromText('Ask again.')
  await casebook.engine.ask('highlights.change', { ids: [lost.id], set: { note } })
  await casebook.engine.ask('highlights.reanchor', {
    source,
    to: { kind: 'source', source: versions.newer },
  })
  const orphans = async (on?: SourceId) =>
    await casebook.engine.ask('highlights.list', {
      state: 'orphan',
      ...(on === undefined ? {} : { source: on }),
    })
  for (const { items, total } of [await orphans(versions.newer), await orphans()]) {
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ id: lost.id, source, anchoring: { state: 'orphan' } })
  }
  expect((await orphans(versions.older)).total).toBe(0)
  const span = spanOf(newer, 'a reply from the ministry')
  const attached = await casebook.engine.ask('highlights.attach', {
    id: lost.id,
    source: versions.newer,
    spans: [span],
  })
  expect(attached).toMatchObject({
    note,
    tags: ['talks'],
    anchoring: { state: 'exact' },
    passages: [{ quote: 'a reply from the ministry' }],
  })
  expect((await orphans()).total).toBe(0)
  await casebook.engine.ask('casebook.undo', {})
  expect((await orphans()).total).toBe(1)
})

test('a mark with gaps of which a part is gone is an orphan', async () => {
  const versions = await twoVersions()
  const { casebook, older: source } = versions
  await using _ = casebook
  const spans = [spanOf(older, 'Ministers met in Damascus'), spanOf(older, 'Nobody could be reached')]
  await casebook.engine.ask('highlights.add', { source, spans })
  const to = { kind: 'source' as const, source: versions.newer }
  const { items } = await casebook.engine.ask('highlights.reanchor', { source, to })
  expect(items[0]).toMatchObject({ outcome: 'orphan', start: null, end: null })
})

test('a mark lives on when the version it was made on is deleted, if it stands on another', async () => {
  const versions = await twoVersions()
  const { casebook, older: source } = versions
  await using _ = casebook
  const marks = await markFour(versions)
  const to = { kind: 'source' as const, source: versions.newer }
  await casebook.engine.ask('highlights.reanchor', { source, to })
  await casebook.engine.ask('sources.delete', { ids: [versions.older] })
  const { items } = await casebook.engine.ask('highlights.list', {})
  expect(items.map(({ id, anchoring }) => [id, anchoring.state])).toEqual([
    [marks[0]?.id, 'exact'],
    [marks[1]?.id, 'exact'],
    [marks[3]?.id, 'exact'],
  ])
  await casebook.engine.ask('casebook.undo', {})
  expect((await casebook.engine.ask('highlights.list', {})).items).toEqual(marks)
  await casebook.engine.ask('sources.delete', { ids: [versions.newer] })
  expect((await casebook.engine.ask('highlights.list', {})).items).toEqual(marks)
})

test('the ends of a mark are moved on the version where it is shown, and stay where it was made', async () => {
  const versions = await twoVersions()
  const { casebook, older: source } = versions
  await using _ = casebook
  const [first, fuzzy] = await markFour(versions)
  if (first === undefined || fuzzy === undefined) throw new Error('no marks')
  const to = { kind: 'source' as const, source: versions.newer }
  await casebook.engine.ask('highlights.reanchor', { source, to })
  const there = async () => await casebook.engine.ask('highlights.list', { source: versions.newer })
  const before = await there()
  const spans = [spanOf(newer, 'Four distinct channels had been agreed')]
  const change = { ids: [fuzzy.id], set: { spans }, on: versions.newer }
  const { items } = await casebook.engine.ask('highlights.change', change)
  expect(items).toMatchObject([
    {
      id: fuzzy.id,
      source: versions.newer,
      anchoring: { state: 'exact' },
      passages: [{ quote: 'Four distinct channels had been agreed' }],
    },
  ])
  const home = await casebook.engine.ask('highlights.list', { source })
  expect(home.items.find(({ id }) => id === fuzzy.id)?.passages).toEqual(fuzzy.passages)
  await casebook.engine.ask('casebook.undo', {})
  expect(await there()).toEqual(before)
})
