import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import type { LinkTarget } from '#contract/entities.ts'
import type { SourceId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'
import { sharedPath, sharedTest } from '../../../shared-material.ts'
import { plantSources } from '../../planted-source.ts'
import { newTestCasebook } from '../../test-world.ts'
import { casebookWith, exported, importing } from './test-world.ts'

const words = fc.constantFrom(
  'envoy',
  'Damascus',
  'دمشق',
  'e\u0301tude',
  '😀',
  '👩‍👩‍👧',
  '“quoted”',
  '北京',
  '\n',
  'the',
  '𝒳',
)
const texts = fc.array(words, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(' '))
const marks = fc.array(
  fc.record({
    ends: fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
    tags: fc.array(fc.constantFrom('a', 'a/b', 'ç'), { maxLength: 2 }),
    note: fc.option(fc.constantFrom('Why?', 'Compare\nwith 😀')),
    type: fc.option(fc.constantFrom('type_fact' as const, 'type_doubt' as const)),
  }),
  { maxLength: 8 },
)

test('marks on any text come back the same in another casebook', async () => {
  await fc.assert(
    fc.asyncProperty(texts, marks, async (text, wanted) => {
      const { casebook, source } = await casebookWith(text)
      await using _ = casebook
      for (const { ends, note, ...mark } of wanted) {
        const spans = spansBetween(text, ends)
        if (spans.length === 0) continue
        const prose = note === null ? null : proseFromText(note)
        await casebook.engine.ask('highlights.add', { source, spans, note: prose, ...mark })
      }
      const before = await said(casebook.engine)
      const page = await exported(casebook.engine)
      await casebook.engine.ask('casebook.undo', { steps: 100 }).catch(() => {})
      expect(await importing(casebook.engine, page)).toEqual({
        added: before.length,
        unchanged: 0,
        different: [],
        refused: [],
      })
      expect(await said(casebook.engine)).toEqual(before)
      expect(await importing(casebook.engine, page)).toMatchObject({ unchanged: before.length })
    }),
    { numRuns: 40 },
  )
})

test('5,000 annotations go out and come in as the same set', async () => {
  const text = Array.from({ length: 3_000 }, (_, at) => `Sentence ${at % 700} says 😀 something.`).join('\n')
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const link = Array.from({ length: 5_000 }, (_, at): LinkTarget => {
    const start = text.indexOf('S', (at * 17) % (text.length - 100))
    return { kind: 'span', source, start, end: whole(text, start + 9 + ((at * 7) % 80)) }
  })
  await casebook.engine.ask('entities.add', { type: 'event', name: 'Something', link })
  const before = await said(casebook.engine)
  expect(before.length).toBeGreaterThan(4_500)
  const page = await exported(casebook.engine)
  await casebook.engine.ask('casebook.undo', {})
  expect(await importing(casebook.engine, page)).toMatchObject({ added: before.length, refused: [] })
  expect(await said(casebook.engine)).toEqual(before)
}, 60_000)

interface GoldEntity {
  readonly type: string
  readonly canonical: string
  readonly mentions: Readonly<Record<string, readonly { start: number; end: number }[]>>
}

sharedTest(
  'every mention in real articles reaches a fresh casebook',
  ['gold', 'entities.json'],
  async (gold) => {
    const entities = JSON.parse(readFileSync(gold, 'utf8')) as GoldEntity[]
    const files = ['000', '002', '004']
    const articles = files.map(readArticle)
    await using first = newTestCasebook()
    const sources = await plantSources(first, articles)
    for (const { canonical, mentions } of entities) {
      const link = files.flatMap((file, at) => spansOf(sources[at], mentions[file] ?? []))
      await first.engine.ask('entities.add', { type: 'other', name: canonical, link })
    }
    const before = await said(first.engine)
    expect(before.length).toBeGreaterThan(100)
    await using second = newTestCasebook()
    await plantSources(second, articles)
    const report = await importing(second.engine, await exported(first.engine))
    expect(report).toEqual({ added: before.length, unchanged: 0, different: [], refused: [] })
    expect(await said(second.engine)).toEqual(before)
  },
)

/** The articles' files are named by a number and a hash. */
function readArticle(number: string): string {
  const folder = sharedPath('seeds') ?? ''
  const name = readdirSync(folder).find((file) => file.startsWith(`${number}_`))
  return readFileSync(join(folder, name ?? number), 'utf8')
}

function spansOf(
  source: SourceId | undefined,
  spans: readonly { start: number; end: number }[],
): LinkTarget[] {
  if (source === undefined) return []
  return spans.map(({ start, end }) => ({ kind: 'span', source, start, end }))
}

/** Every highlight without the ids that are each casebook's own. */
async function said(engine: Engine) {
  const names = new Map((await engine.ask('entities.list', {})).items.map(({ id, name }) => [id, name]))
  const { items } = await engine.ask('highlights.list', {})
  return items
    .map(({ passages, tags, note, type, entities, source }) => ({
      source,
      passages,
      tags,
      note,
      type,
      entities: entities.map((id) => names.get(id) ?? id).toSorted((a, b) => a.localeCompare(b)),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** Pairs of ends, moved to whole characters. */
function spansBetween(text: string, ends: readonly number[]) {
  const places = ends.map((end) => whole(text, end % (text.length + 1)))
  return places.flatMap((start, at) => {
    const end = places[at + 1] ?? start
    return at % 2 === 0 && start < end ? [{ start, end }] : []
  })
}

function whole(text: string, at: number): number {
  const inside = at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
  return inside ? at - 1 : at
}
