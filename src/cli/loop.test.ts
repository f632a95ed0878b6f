import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedPath, sharedTest } from '../shared-material.ts'
import { answer, newFolder, run } from './test-terminal.ts'

/**
 * The whole loop at the terminal: import, read, annotate, search, cite, export, take back. Other programs rely on the shapes,
 * so each is held against what was promised of it.
 */

/** What is to be marked: words of an article, and whom they name. */
interface Mark {
  readonly file: string
  readonly quote: string
  readonly start: number
  readonly name: string
  readonly type: string
}

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample')

test('the loop runs on the sample articles', async () => {
  using folder = newFolder()
  const articles = folder.at('articles')
  cpSync(sample, articles, {
    recursive: true,
    filter: (path) => !/README|brief\.md|casebook\.json/.test(path),
  })
  await expectLoop(folder, articles, (textOf) =>
    ['01-freighter-boarded.txt', '05-pilots-and-brokers.txt'].map((file, at) => {
      const start = textOf(file).length - 60
      return { file, start, quote: textOf(file).slice(start, start + 20), name: `Name ${at}`, type: 'Place' }
    }),
  )
})

sharedTest('the loop runs on the real articles', ['seeds'], async (seeds) => {
  using folder = newFolder()
  await expectLoop(folder, seeds, (textOf) => goldMarks(seeds, textOf))
})

async function expectLoop(
  folder: ReturnType<typeof newFolder>,
  articles: string,
  marksIn: (textOf: (file: string) => string) => Mark[],
): Promise<void> {
  const file = folder.at('a.casebook')
  expect(await run('new', file)).toMatchObject({ code: 0, out: '' })
  await expectImport(file, articles)
  const shown = new Map<string, Shown>()
  for (const name of readdirSync(articles)) shown.set(name, await expectShow(file, name))
  const marks = marksIn((name) => shown.get(name)?.text ?? '')
  expect(marks.length).toBeGreaterThan(1)
  await expectAnnotations(file, folder, marks, shown)
  await expectSearch(file, marks)
  await expectBrief(file, folder, shown.keys().next().value ?? '')
  await expectSteps(file)
  await expectWhole(file, folder.at('copy.casebook'))
}

async function expectImport(file: string, articles: string): Promise<void> {
  const names = readdirSync(articles)
  const report = await answer<Report>(0, 'import', file, articles)
  expect(report).toMatchObject({ duplicates: [], failed: [] })
  expect(report.imported.map(({ path }) => basename(path)).toSorted()).toEqual(names.toSorted())
  for (const one of report.imported) {
    expect(one).toMatchObject({ id: expect.stringMatching(/^source_/), words: expect.any(Number) })
    for (const key of ['title', 'publisher', 'author', 'published', 'dateline', 'language'] as const)
      expect([key, one[key] === null || typeof one[key] === 'string']).toEqual([key, true])
    for (const { kind } of one.zones)
      expect(['headline', 'byline', 'dateline', 'body', 'caption', 'boilerplate']).toContain(kind)
  }
  const again = await answer<Report>(0, 'import', file, articles)
  expect(again.imported).toEqual([])
  expect(again.duplicates.map(({ kind }) => kind)).toEqual(names.map(() => 'exact'))
  const ids = report.imported.map(({ id }) => id)
  for (const { of } of again.duplicates) expect(ids).toContain(of)
  const listed = await answer<Source[]>(0, 'sources', file)
  expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  for (const one of listed)
    expect(one).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), words: expect.any(Number) })
}

async function expectShow(file: string, what: string): Promise<Shown> {
  const shown = await answer<Shown>(0, 'show', file, what)
  expect(shown.highlights).toEqual([])
  for (const { start, end } of shown.zones) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(shown.text.length)
  }
  return shown
}

async function expectAnnotations(
  file: string,
  folder: ReturnType<typeof newFolder>,
  marks: readonly Mark[],
  shown: ReadonlyMap<string, Shown>,
): Promise<void> {
  const marked = folder.at('marks.jsonld')
  writeFileSync(marked, JSON.stringify(marks.map((mark) => webAnnotation(mark, shown))))
  const all = { added: marks.length, unchanged: 0, different: [], refused: [] }
  expect(await answer(0, 'annotate', file, marked)).toEqual(all)
  expect(await answer(0, 'annotate', file, marked)).toEqual({ ...all, added: 0, unchanged: marks.length })

  const names = [...new Set(marks.map(({ name }) => name))]
  const entities = await answer<Entity[]>(0, 'entities', file)
  expect(entities.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  for (const { id, name, mentions } of entities) {
    const expected = marks.filter((mark) => mark.name === name)
    expect(mentions).toBe(expected.length)
    const entity = await answer<Entity & { mentions: Mention[] }>(0, 'entity', file, id)
    expect(entity).toMatchObject({ id, name, aliases: expect.any(Array) })
    expect(entity.mentions.map(({ quote, start }) => ({ quote, start })).toSorted(byStart)).toEqual(
      expected.map(({ quote, start }) => ({ quote, start })).toSorted(byStart),
    )
    for (const { state } of entity.mentions) expect(state).toBe('confirmed')
  }
  for (const name of new Set(marks.map((mark) => mark.file))) await expectQuotes(file, name)
  await expectExchange(file, folder, marks.length)
}

const byStart = (a: { start: number; quote: string }, b: { start: number; quote: string }) =>
  a.start - b.start || a.quote.localeCompare(b.quote)

/** Every offset slices to its quote. */
async function expectQuotes(file: string, name: string): Promise<void> {
  const { text, highlights } = await answer<Shown>(0, 'show', file, name)
  expect(highlights.length).toBeGreaterThan(0)
  for (const { start, end, quote, entities, tags, note } of highlights) {
    expect(text.slice(start, end)).toBe(quote)
    expect(entities).toHaveLength(1)
    expect(tags).toEqual(['seen'])
    expect(note).toBe('Marked for the loop')
  }
}

/** What one casebook writes another takes in, once; what no source holds is refused by its place in the list. */
async function expectExchange(
  file: string,
  folder: ReturnType<typeof newFolder>,
  count: number,
): Promise<void> {
  const [out, second] = [folder.at('out.jsonld'), folder.at('second.casebook')]
  expect(await run('annotations', file, '--out', out)).toMatchObject({ code: 0, out: '' })
  await run('new', second)
  const [first] = await answer<Source[]>(0, 'sources', file)
  const nothing = await answer<Refusals>(2, 'annotate', second, out)
  expect(nothing).toMatchObject({ added: 0, unchanged: 0 })
  expect(new Set(nothing.refused.map(({ code }) => code))).toEqual(new Set(['annotation.unknown-source']))
  const paths = (await answer<Source[]>(0, 'sources', file)).map(({ path }) => path)
  await answer(0, 'import', second, ...paths)
  expect(await answer(0, 'annotate', second, out)).toEqual({
    added: count,
    unchanged: 0,
    different: [],
    refused: [],
  })
  expect(await answer(0, 'annotate', second, out)).toEqual({
    added: 0,
    unchanged: count,
    different: [],
    refused: [],
  })
  expect(await run('annotations', file, '--source', first?.id ?? '', '--out', out)).toMatchObject({ code: 0 })
}

async function expectSearch(file: string, [mark]: readonly Mark[]): Promise<void> {
  const word = /\p{L}{4,}/u.exec(mark?.quote ?? '')?.[0] ?? ''
  const found = await answer<Search>(0, 'search', file, word, '--limit', '3')
  expect(found).toMatchObject({ query: word, message: null })
  expect(found.total).toBeGreaterThan(0)
  expect(found.hits.length).toBeLessThanOrEqual(3)
  for (const { source, passages, kind } of found.hits) {
    if (kind !== 'source') continue
    const { text } = await answer<Shown>(0, 'show', file, source)
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text)
  }
}

async function expectBrief(file: string, folder: ReturnType<typeof newFolder>, name: string): Promise<void> {
  const { highlights } = await answer<Shown>(0, 'show', file, name)
  const cited = highlights[0]
  expect(cited).toBeDefined()
  const [from, wrong] = [folder.at('brief.md'), folder.at('wrong.md')]
  writeFileSync(from, `# What is known\n\nThis much is known [@${cited?.id}].\n`)
  writeFileSync(wrong, 'As nobody said [@highlight_0000].\n')
  const brief = await answer<{ id: string; title: string }>(0, 'brief', file, '--from', from)
  expect(brief).toMatchObject({ id: expect.stringMatching(/^brief_/), title: 'What is known' })
  expect(await run('brief', file, '--from', wrong)).toMatchObject({ code: 2, out: '' })
  expect(await answer<{ id: string }[]>(0, 'briefs', file)).toMatchObject([{ id: brief.id, citations: 1 }])
  for (const format of ['md', 'html']) {
    const out = folder.at(`brief.${format}`)
    expect(
      await run('export', file, '--brief', brief.id, '--format', format, '--out', `${out}.out`),
    ).toMatchObject({ code: 0, out: '' })
    const words = (text: string) => text.replaceAll(/[\s>&\\]+/g, ' ')
    expect(words(readFileSync(`${out}.out`, 'utf8'))).toContain(words(cited?.quote ?? '-').trim())
  }
}

async function expectSteps(file: string): Promise<void> {
  const before = await answer<Step[]>(0, 'history', file)
  const undone = await answer<{ steps: Step[] }>(0, 'undo', file, '--steps', '2')
  expect(undone.steps).toHaveLength(2)
  expect(await answer(0, 'briefs', file)).toEqual([])
  expect(await answer(0, 'entities', file)).toEqual([])
  expect(await run('redo', file, '--steps', '2')).toMatchObject({ code: 0 })
  expect(await answer(0, 'history', file)).toEqual(before)
  expect(before[0]).toMatchObject({ state: 'done', title: expect.any(String), at: expect.any(String) })
  expect(await run('redo', file)).toMatchObject({ code: 2, out: '' })
}

async function expectWhole(file: string, copy: string): Promise<void> {
  const whole = { ok: true, problems: [] }
  expect(await answer(0, 'check', file)).toEqual(whole)
  expect(await run('backup', file, copy)).toMatchObject({ code: 0 })
  expect(await answer(0, 'check', copy)).toEqual(whole)
  expect(await answer(0, 'sources', copy)).toEqual(await answer(0, 'sources', file))
  for (const ending of ['-wal', '-shm', '.lock']) expect(existsSync(file + ending)).toBe(false)
}

/** As the W3C's model has it; offsets in code points. */
function webAnnotation({ file, quote, start, name, type }: Mark, shown: ReadonlyMap<string, Shown>) {
  const text = shown.get(file)?.text ?? ''
  const points = (units: number) => Array.from(text.slice(0, units)).length
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      {
        type: 'SpecificResource',
        purpose: 'identifying',
        source: `urn:example:${encodeURIComponent(name)}`,
        label: name,
      },
      { type: 'TextualBody', purpose: 'classifying', value: type },
      { type: 'TextualBody', purpose: 'tagging', value: 'seen' },
      { type: 'TextualBody', purpose: 'commenting', value: 'Marked for the loop' },
    ],
    target: {
      source: `sha256:${shown.get(file)?.sha256}`,
      selector: [
        { type: 'TextQuoteSelector', exact: quote },
        { type: 'TextPositionSelector', start: points(start), end: points(start + quote.length) },
      ],
    },
  }
}

/** Mentions that were agreed on by hand, as far as the text still has them at their place. */
function goldMarks(seeds: string, textOf: (file: string) => string): Mark[] {
  const path = sharedPath('gold', 'entities.json')
  if (path === null) return []
  const gold = JSON.parse(readFileSync(path, 'utf8')) as readonly {
    readonly canonical: string
    readonly type: string
    readonly mentions: Readonly<Record<string, readonly { readonly start: number; readonly quote: string }[]>>
  }[]
  const files = readdirSync(seeds)
  return gold.flatMap(({ canonical, type, mentions }) =>
    Object.entries(mentions).flatMap(([number, spans]) => {
      const file = files.find((name) => name.startsWith(number))
      if (file === undefined) return []
      return spans
        .filter(({ start, quote }) => textOf(file).startsWith(quote, start))
        .map(({ start, quote }) => ({ file, start, quote, name: canonical, type }))
    }),
  )
}

interface Report {
  imported: (Record<'id' | 'path' | MetadataKey, string | null> & {
    id: string
    path: string
    zones: { kind: string }[]
  })[]
  duplicates: { kind: string; of: string }[]
}
type MetadataKey = 'title' | 'publisher' | 'author' | 'published' | 'dateline' | 'language'
interface Source {
  id: string
  path: string
}
interface Shown {
  text: string
  sha256: string
  zones: { start: number; end: number }[]
  highlights: {
    id: string
    start: number
    end: number
    quote: string
    entities: string[]
    tags: string[]
    note: string
  }[]
}
interface Entity {
  id: string
  name: string
  mentions: unknown
}
interface Mention {
  start: number
  quote: string
  state: string
}
interface Refusals {
  refused: { index: number; code: string }[]
}
interface Search {
  total: number
  hits: { kind: string; source: string; passages: { start: number; end: number; text: string }[] }[]
}
interface Step {
  title: string
}
