import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportItem } from '#contract/importing.ts'
import { newTestCasebook, type TestCasebook } from '../test-world.ts'

const article =
  'Harbour talks resume in Norrel\n\nBy Idris Wendell\n7 March 2024\n\nThe two sides met on Thursday, officials said.\n'
const paste = (text: string): ImportItem => ({ kind: 'paste', text })

async function importPath(casebook: TestCasebook, path: string) {
  return casebook.engine.ask('sources.import', { items: [{ kind: 'path', path }] })
}

function write(casebook: TestCasebook, name: string, content: string | Uint8Array): string {
  const path = join(casebook.folder, name)
  writeFileSync(path, content)
  return path
}

test('a text file comes in as it stands, with what its words say about it', async () => {
  await using casebook = newTestCasebook()
  const path = write(casebook, 'talks.txt', `\ufeff${article}`)
  const { imported, failed } = await importPath(casebook, path)
  expect(failed).toEqual([])
  expect(imported).toEqual([
    {
      id: 'source_0000000000000001',
      path,
      label: 'talks',
      title: 'Harbour talks resume in Norrel',
      publisher: null,
      author: 'Idris Wendell',
      dateline: null,
      published: '2024-03-07',
      updated: null,
      language: 'en',
      words: 19,
      zones: [
        { kind: 'headline', start: 0, end: 30 },
        { kind: 'byline', start: 32, end: 48 },
        { kind: 'byline', start: 49, end: 61 },
        { kind: 'body', start: 63, end: 109 },
      ],
      evidence: {
        title: { start: 0, end: 30 },
        publisher: null,
        author: { start: 35, end: 48 },
        dateline: null,
        published: { start: 49, end: 61 },
        updated: null,
      },
      warnings: [],
    },
  ])
  const { text } = await casebook.engine.ask('sources.read', { id: 'source_0000000000000001' })
  expect(text).toBe(article)
  const original = await casebook.engine.ask('sources.original', { id: 'source_0000000000000001' })
  expect(original).toEqual({ name: 'talks.txt', bytes: new TextEncoder().encode(`\ufeff${article}`) })
})

test('the same bytes again are a duplicate, also within one import', async () => {
  await using casebook = newTestCasebook()
  const one = write(casebook, 'a.txt', article)
  const two = write(casebook, 'b.txt', article)
  const both = await casebook.engine.ask('sources.import', {
    items: [
      { kind: 'path', path: one },
      { kind: 'path', path: two },
    ],
  })
  expect(both.imported).toHaveLength(1)
  expect(both.duplicates).toEqual([{ path: two, of: both.imported[0]?.id, kind: 'exact' }])
  const again = await importPath(casebook, one)
  expect(again.duplicates).toEqual([{ path: one, of: both.imported[0]?.id, kind: 'exact' }])
  expect((await casebook.engine.ask('casebook.history', {})).steps).toHaveLength(1)
})

test('an import is one step: undone, redone, undone and imported again after a restart', async () => {
  await using casebook = newTestCasebook()
  const items = Array.from({ length: 150 }, (_, at) => paste(`${article}\nCopy ${at}`))
  await casebook.engine.ask('sources.import', { items })
  const count = async () => (await casebook.engine.ask('sources.list', { limit: 1 })).total
  expect(await count()).toBe(150)
  const { steps } = await casebook.engine.ask('casebook.undo', {})
  expect(steps.map(({ title }) => title)).toEqual(['Imported 150 sources'])
  expect(await count()).toBe(0)
  await casebook.reopen()
  await casebook.engine.ask('casebook.redo', {})
  expect(await count()).toBe(150)
  await casebook.engine.ask('casebook.undo', {})
  const { imported } = await casebook.engine.ask('sources.import', { items: items.slice(0, 2) })
  expect(imported).toHaveLength(2)
  await casebook.reopen()
  expect(await count()).toBe(2)
})

test('closing lets go of texts and originals that nothing can bring back', async () => {
  await using casebook = newTestCasebook()
  const sizes = async () => {
    const Database = (await import('better-sqlite3')).default
    await casebook.reopen()
    const db = new Database(casebook.path, { readonly: true })
    try {
      return ['texts', 'text_chunks', 'originals'].map((table) =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      )
    } finally {
      db.close()
    }
  }
  await casebook.engine.ask('sources.import', { items: [paste(article)] })
  await casebook.engine.ask('casebook.undo', {})
  expect(await sizes()).toEqual([1, 1, 1])
  await casebook.engine.ask('casebook.set', { name: 'date-order', value: 'dmy' })
  expect(await sizes()).toEqual([0, 0, 0])
})

test('what cannot be read is told in one sentence each, and the rest goes on', async () => {
  await using casebook = newTestCasebook()
  const folder = join(casebook.folder, 'mixed')
  mkdirSync(join(folder, 'inner'), { recursive: true })
  symlinkSync(folder, join(folder, 'inner', 'loop'))
  writeFileSync(join(folder, 'a.txt'), article)
  writeFileSync(join(folder, 'b-empty.txt'), '')
  writeFileSync(join(folder, 'c-blank.txt'), ' \n\t\n')
  writeFileSync(
    join(folder, 'd.bin'),
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
  )
  writeFileSync(join(folder, 'e.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  writeFileSync(join(folder, 'inner', 'f.txt'), `${article}Again.`)
  const report = await casebook.engine.ask('sources.import', {
    items: [
      { kind: 'path', path: folder },
      { kind: 'path', path: join(folder, 'missing.txt') },
    ],
  })
  expect(report.imported.map(({ label }) => label)).toEqual(['a', 'f'])
  expect(report.skipped).toEqual([{ path: join(folder, 'inner', 'loop'), reason: 'a link' }])
  expect(report.failed.map(({ path, code }) => [path.slice(folder.length + 1), code])).toEqual([
    ['missing.txt', 'source.unreadable'],
    ['b-empty.txt', 'source.empty'],
    ['c-blank.txt', 'source.empty'],
    ['d.bin', 'source.binary'],
    ['e.png', 'source.unsupported'],
  ])
  for (const { message } of report.failed) expect(message).toMatch(/^[A-Z].*\.$/)
})

test('a cancelled import keeps what is whole', async () => {
  await using casebook = newTestCasebook()
  const abort = new AbortController()
  const items = Array.from({ length: 10 }, (_, at) => paste(`${article}\nCopy ${at}`))
  const report = await casebook.engine.ask(
    'sources.import',
    { items },
    {
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done === 4) abort.abort()
      },
    },
  )
  expect(report.cancelled).toBe(true)
  expect(report.imported).toHaveLength(5)
  expect((await casebook.engine.ask('sources.list', {})).total).toBe(5)
})

test('a dry run says what would come in and keeps nothing', async () => {
  await using casebook = newTestCasebook()
  const report = await casebook.engine.ask('sources.import', {
    items: [paste(article)],
    options: { dryRun: true },
  })
  expect(report.imported.map(({ title, author }) => [title, author])).toEqual([
    ['Harbour talks resume in Norrel', 'Idris Wendell'],
  ])
  expect((await casebook.engine.ask('sources.list', {})).total).toBe(0)
  await expect(casebook.engine.ask('casebook.undo', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('pasted characters that cannot be stored are replaced, with a warning, and nothing moves', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await casebook.engine.ask('sources.import', {
    items: [paste('One \ud800 two \0 three')],
  })
  const id = imported[0]?.id
  expect(imported[0]?.warnings).toHaveLength(2)
  if (id === undefined) throw new Error('nothing was imported')
  expect((await casebook.engine.ask('sources.read', { id })).text).toBe('One \ufffd two \ufffd three')
})

test('metadata is corrected by hand, for many at once, and says so', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await casebook.engine.ask('sources.import', {
    items: [paste(article), paste(`${article}B`)],
  })
  const ids = imported.map(({ id }) => id)
  await casebook.engine.ask('sources.edit', {
    ids,
    set: { publisher: ' Norrel Wire ', published: '2024-03', author: null },
  })
  const { items } = await casebook.engine.ask('sources.list', { filter: 'norrel wire' })
  expect(items.map(({ publisher, published, author }) => [publisher, published, author])).toEqual([
    ['Norrel Wire', '2024-03', null],
    ['Norrel Wire', '2024-03', null],
  ])
  expect(items[0]?.evidence.publisher?.from).toBe('analyst')
  expect((await casebook.engine.ask('sources.list', { missing: 'author' })).total).toBe(2)
  await expect(
    casebook.engine.ask('sources.edit', { ids, set: { published: 'last Tuesday' } }),
  ).rejects.toMatchObject({ code: 'input.invalid' })
})

test('a deleted source takes its highlights with it, and undo brings all of it back', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await casebook.engine.ask('sources.import', { items: [paste(article)] })
  const source = imported[0]?.id
  if (source === undefined) throw new Error('nothing was imported')
  await casebook.engine.ask('highlights.add', { source, spans: [{ start: 63, end: 80 }], tags: ['talks'] })
  await casebook.engine.ask('entities.add', {
    type: 'place',
    name: 'Norrel',
    link: [{ kind: 'span', source, start: 24, end: 30 }],
  })
  const marked = await casebook.engine.ask('highlights.list', {})
  await casebook.engine.ask('sources.delete', { ids: [source] })
  expect((await casebook.engine.ask('highlights.list', {})).total).toBe(0)
  expect((await casebook.engine.ask('casebook.info', {})).undo).toBe('Deleted Harbour talks resume in Norrel')
  await casebook.reopen()
  await casebook.engine.ask('casebook.undo', {})
  expect(await casebook.engine.ask('highlights.list', {})).toEqual(marked)
})

test('a source is found by id, file name, path and hash', async () => {
  await using casebook = newTestCasebook()
  const path = write(casebook, 'talks.txt', article)
  const { imported } = await importPath(casebook, path)
  const source = await casebook.engine.ask('sources.find', { what: imported[0]?.id ?? '' })
  for (const what of [path, 'talks.txt', `sha256:${source.sha256}`, 'Harbour talks resume in Norrel']) {
    expect(await casebook.engine.ask('sources.find', { what })).toEqual(source)
  }
  await expect(casebook.engine.ask('sources.find', { what: 'nothing' })).rejects.toMatchObject({
    code: 'source.not-found',
  })
})

test('zones are corrected by hand, inside the text only', async () => {
  await using casebook = newTestCasebook()
  const { imported } = await casebook.engine.ask('sources.import', { items: [paste(article)] })
  const id = imported[0]?.id
  if (id === undefined) throw new Error('nothing was imported')
  const zones = [{ kind: 'body' as const, start: 0, end: 109 }]
  expect(await casebook.engine.ask('sources.rezone', { id, zones })).toEqual({ zones })
  await expect(
    casebook.engine.ask('sources.rezone', { id, zones: [{ kind: 'body', start: 0, end: 9_999 }] }),
  ).rejects.toMatchObject({ code: 'input.invalid' })
})
