import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportItem } from '#contract/importing.ts'
import { newTestCasebook, type TestCasebook } from '../../test-world.ts'

const body = Array.from(
  { length: 30 },
  (_, at) => `Point ${at} of the plan speaks of harbour ${at * 7}.`,
).join(' ')

interface Told {
  readonly date?: string
  readonly more?: string
  readonly url?: string
  readonly title?: string
}

/** A saved page that says what the test wants it to say. */
function page({ date, more = '', url, title = 'Plan for Norrel' }: Told): ImportItem {
  const html = `<html><head><title>${title}</title>
    <meta property="og:site_name" content="The Selden Courier"><meta property="og:title" content="${title}">
    ${url === undefined ? '' : `<link rel="canonical" href="${url}"><meta property="og:url" content="${url}">`}
    ${date === undefined ? '' : `<meta property="article:published_time" content="${date}">`}
    </head><body><article><h1>${title}</h1><p>${body}</p><p>${more || 'It is not signed.'}</p></article></body></html>`
  return { kind: 'bytes', name: `${date ?? 'undated'}.html`, bytes: new TextEncoder().encode(html) }
}

async function bringIn({ engine }: TestCasebook, ...items: ImportItem[]) {
  return engine.ask('sources.import', { items })
}

const older = page({ date: '2025-03-03T08:00:00Z' })
const newer = page({ date: '2025-03-05T08:00:00Z', more: 'It was signed on Wednesday in Norrel.' })

test('a later copy of the same title and outlet joins the chain, with its highlights, in one step', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const first = (await bringIn(casebook, older)).imported[0]
  if (first === undefined) throw new Error('nothing was imported')
  const { text } = await engine.ask('sources.read', { id: first.id })
  const at = text.indexOf('Point 12')
  const mark = await engine.ask('highlights.add', { source: first.id, spans: [{ start: at, end: at + 8 }] })
  const { imported, versions, duplicates } = await bringIn(casebook, newer)
  const id = imported[0]?.id ?? 'source_none'
  expect(versions).toMatchObject([{ id, of: first.id, similarity: expect.closeTo(0.95, 1) }])
  expect(duplicates).toEqual([])
  const on = async (source: typeof id) => (await engine.ask('highlights.list', { source })).items
  expect((await on(id)).map((one) => [one.id, one.passages[0]?.quote])).toEqual([[mark.id, 'Point 12']])
  expect(await on(first.id)).toHaveLength(1)
  const chain = await engine.ask('sources.versions', { id: first.id })
  expect(chain.items.map((one) => [one.id, one.replaces, one.replacedBy])).toEqual([
    [first.id, null, id],
    [id, first.id, null],
  ])
  expect((await engine.ask('sources.list', { newest: true })).items.map((one) => one.id)).toEqual([id])
  await engine.ask('casebook.undo', {})
  expect((await engine.ask('sources.versions', { id: first.id })).items).toHaveLength(1)
  expect((await engine.ask('highlights.list', {})).total).toBe(1)
  await engine.ask('casebook.redo', {})
  expect(await on(id)).toHaveLength(1)
  expect(await engine.ask('casebook.check', {})).toEqual({ ok: true, problems: [] })
})

test('one that comes between two in time takes its place between them', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await bringIn(
    casebook,
    older,
    newer,
    page({ date: '2025-03-04T08:00:00Z', more: 'It may be signed soon, they say.' }),
  )
  const [one, three, two] = imported.map(({ id }) => id)
  const { items } = await casebook.engine.ask('sources.versions', { id: three ?? 'source_none' })
  expect(items.map(({ id }) => id)).toEqual([one, two, three])
})

test('what is not clear is told and left alone, and joined where the analyst says so', async () => {
  await using casebook = newTestCasebook()
  const undated = page({ more: 'It was signed after all, it is said.' })
  const first = (await bringIn(casebook, older)).imported[0]?.id ?? 'source_none'
  const { engine } = casebook
  const looked = await engine.ask('sources.import', { items: [undated], options: { dryRun: true } })
  expect(looked.versions).toEqual([])
  expect(looked.possibleVersions).toMatchObject([
    { path: 'undated.html', older: first, reason: expect.stringContaining('same title and publisher') },
  ])
  const answered = await engine.ask('sources.import', {
    items: [undated],
    options: { versions: [{ path: 'undated.html', of: first, join: true }] },
  })
  expect(answered.versions).toMatchObject([{ of: first }])
  expect(answered.possibleVersions).toEqual([])
})

test('the clear case is left alone where the analyst says no', async () => {
  await using casebook = newTestCasebook()
  const first = (await bringIn(casebook, older)).imported[0]?.id ?? 'source_none'
  const report = await casebook.engine.ask('sources.import', {
    items: [newer],
    options: { versions: [{ path: '2025-03-05T08:00:00Z.html', of: first, join: false }] },
  })
  expect([report.versions, report.possibleVersions]).toEqual([[], []])
})

test('an article of the same title that says other things is no version', async () => {
  await using casebook = newTestCasebook()
  await bringIn(casebook, older)
  const other: ImportItem = {
    kind: 'bytes',
    name: 'other.html',
    bytes: new TextEncoder().encode(
      `<html><head><meta property="og:site_name" content="The Selden Courier"><meta property="og:title" content="Plan for Norrel">
       <meta property="article:published_time" content="2025-06-01"></head><body><article><h1>Plan for Norrel</h1>
       <p>Nothing in this article was ever said before by anybody who wrote about the sea and its ships.</p></article></body></html>`,
    ),
  }
  const { versions, possibleVersions, duplicates } = await bringIn(casebook, other)
  expect([versions, possibleVersions, duplicates]).toEqual([[], [], []])
})

test('versions are joined and parted by hand, and each is undone as one step', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const { imported } = await bringIn(
    casebook,
    { kind: 'paste', text: 'Nobody in Norrel was told of it. The harbour stays closed until spring.' },
    { kind: 'paste', text: 'It came late. Nobody in Norrel was told of it. The harbour stays closed.' },
  )
  const [one, two] = imported.map(({ id }) => id)
  if (one === undefined || two === undefined) throw new Error('two sources are needed')
  const mark = await engine.ask('highlights.add', { source: one, spans: [{ start: 0, end: 32 }] })
  const { highlights } = await engine.ask('sources.joinVersion', { newer: two, older: one })
  expect(highlights).toMatchObject([{ highlight: mark.id }])
  const marksOnTwo = async () => (await engine.ask('highlights.list', { source: two })).total
  expect(await marksOnTwo()).toBe(1)
  expect(await engine.ask('sources.splitVersion', { id: two })).toEqual({ highlights: 1 })
  expect(await marksOnTwo()).toBe(0)
  await engine.ask('casebook.undo', {})
  expect(await marksOnTwo()).toBe(1)
  await expect(engine.ask('sources.joinVersion', { newer: one, older: two })).rejects.toMatchObject({
    code: 'input.invalid',
  })
  await engine.ask('casebook.undo', {})
  expect((await engine.ask('sources.versions', { id: one })).items).toHaveLength(1)
  expect(await marksOnTwo()).toBe(0)
})

test('the difference of two versions leaves nothing of either out', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const { imported } = await bringIn(casebook, older, newer)
  const [from, to] = imported.map(({ id }) => id)
  if (from === undefined || to === undefined) throw new Error('two sources are needed')
  const { runs } = await engine.ask('sources.difference', { from, to })
  const [was, is] = [
    await engine.ask('sources.read', { id: from }),
    await engine.ask('sources.read', { id: to }),
  ]
  expect(runs.map((run) => was.text.slice(run.from.start, run.from.end)).join('')).toBe(was.text)
  expect(runs.map((run) => is.text.slice(run.to.start, run.to.end)).join('')).toBe(is.text)
  expect(runs.map(({ kind }) => kind)).toContain('inserted')
})

test('a file that says other things than before where it lies is its newer version, under any title', async () => {
  await using casebook = newTestCasebook()
  const path = join(casebook.folder, 'live.txt')
  const bring = async (text: string) => {
    writeFileSync(path, text)
    return bringIn(casebook, { kind: 'path', path })
  }
  const { imported } = await bring(`Talks begin in Norrel\n\n${body}`)
  const half = body.slice(0, body.length / 3)
  const later = await bring(
    `Talks end without a word\n\n${half}\n\n${'The envoys left the harbour at night and told nobody. '.repeat(20)}`,
  )
  expect(later.versions).toMatchObject([{ path, of: imported[0]?.id }])
})

test('rows of one table that are alike are no versions of each other', async () => {
  await using casebook = newTestCasebook()
  const path = join(casebook.folder, 'rows.csv')
  writeFileSync(path, `title,text\nOne,"${body} It is one."\nTwo,"${body} It is two."\n`)
  const { imported, versions } = await bringIn(casebook, { kind: 'path', path })
  expect([imported.length, versions]).toEqual([2, []])
})
