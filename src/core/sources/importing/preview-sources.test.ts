import { expect, test } from 'vitest'
import type { ImportOptions } from '#contract/importing.ts'
import { newTestCasebook } from '../../test-world.ts'

async function preview(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  options: ImportOptions = {},
) {
  await using casebook = newTestCasebook()
  const items = Object.entries(files).map(([name, content]) => ({
    kind: 'bytes' as const,
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }))
  return (await casebook.engine.ask('sources.preview', { items, options })).files
}

test('what is clear is not asked about', async () => {
  expect(
    await preview({
      'a.txt': 'The strait was closed on 3 March 2025.',
      'b.html': '<html><body><p>Words.</p></body></html>',
      'c.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      'd.txt': '',
    }),
  ).toEqual([])
})

test('a table shows its columns, why they are what they are, and its first rows', async () => {
  const [file] = await preview(
    { 'a.csv': 'Headline,date,words,id\nA,03/04/2025,One.,1\nB,05/06/2025,Two.,2\n' },
    { columns: { words: 'text' } },
  )
  expect(file).toEqual({
    path: 'a.csv',
    encoding: null,
    dateOrder: { words: '03/04/2025', dmy: '2025-04-03', mdy: '2025-03-04' },
    table: {
      columns: [
        { name: 'Headline', field: 'title', by: 'name' },
        { name: 'date', field: 'published', by: 'name' },
        { name: 'words', field: 'text', by: 'asked' },
        { name: 'id', field: 'none', by: 'nothing' },
      ],
      rows: [
        ['A', '03/04/2025', 'One.', '1'],
        ['B', '05/06/2025', 'Two.', '2'],
      ],
    },
    older: null,
  })
})

test('a list of records larger than the beginning that is read is shown all the same', async () => {
  const records = Array.from({ length: 3_000 }, (_, at) => ({ title: `T${at}`, text: 'words '.repeat(100) }))
  const [whole] = await preview({ 'a.json': JSON.stringify(records) })
  const [lines] = await preview({ 'a.jsonl': records.map((one) => JSON.stringify(one)).join('\n') })
  for (const file of [whole, lines])
    expect([file?.table?.columns.map(({ field }) => field), file?.table?.rows.length]).toEqual([
      ['title', 'text'],
      20,
    ])
})

test('an encoding is asked about where other letters are as likely, with the words that it decides', async () => {
  const short = new Uint8Array(
    Buffer.from('Plain words.\nCaf\xe9 \xe0 Paris, o\xf9 l\x92\xe9t\xe9', 'latin1'),
  )
  const clear = Buffer.from('Plain words.\nVl\xe1da schv\xe1lila p\xf8edlohu, \xf8ekl ministr.', 'latin1')
  const files = await preview({ 'a.txt': short, 'b.txt': new Uint8Array(clear) })
  expect(files.map(({ path }) => path)).toEqual(['a.txt'])
  const { name, sample, others } = files[0]?.encoding ?? {}
  expect(others?.map(({ sample }) => sample)).toContain('Café à Paris, où l’été')
  expect([others?.map(({ name }) => name).includes(name ?? ''), sample?.startsWith('Caf')]).toEqual([
    false,
    true,
  ])
  expect(await preview({ 'a.txt': short }, { encoding: 'windows-1252' })).toEqual([])
})

test('an order of dates that the casebook has settled is not asked about', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const items = [
    {
      kind: 'paste' as const,
      text: 'Strait closed\n\nBy Ana Prelle\n03/04/2025\n\nThe strait was closed on Monday, officials said.',
    },
  ]
  expect((await engine.ask('sources.preview', { items })).files).toHaveLength(1)
  await engine.ask('casebook.set', { name: 'date-order', value: 'mdy' })
  expect((await engine.ask('sources.preview', { items })).files).toEqual([])
  const { imported } = await engine.ask('sources.import', { items })
  expect(imported.map(({ published, warnings }) => [published, warnings])).toEqual([['2025-03-04', []]])
})

test('a date of publication that can be read in two ways is shown in both', async () => {
  const text =
    'Strait closed\n\nBy Ana Prelle\n03/04/2025\n\nThe strait was closed on Monday, officials said.'
  const [file] = await preview({ 'a.txt': text })
  expect(file?.dateOrder).toEqual({ words: '03/04/2025', dmy: '2025-04-03', mdy: '2025-03-04' })
  expect(await preview({ 'a.txt': text }, { dateOrder: 'mdy' })).toEqual([])
})

const points = Array.from({ length: 30 }, (_, at) => `Point ${at} of the plan speaks of harbour ${at * 7}.`)

function page(last: string, date?: string) {
  const time = date === undefined ? '' : `<meta property="article:published_time" content="${date}">`
  const html = `<html><head><meta property="og:site_name" content="The Selden Courier"><meta property="og:title" content="Plan for Norrel">${time}
    </head><body><article><h1>Plan for Norrel</h1><p>${points.join(' ')}</p><p>${last}</p></article></body></html>`
  return new TextEncoder().encode(html)
}

test('what may be a newer version is asked, what is clear is not, and the answer is taken', async () => {
  await using casebook = newTestCasebook()
  const { engine } = casebook
  const as = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({ kind: 'bytes' as const, name, bytes })
  const first = as('first.html', page('It is not signed.', '2025-03-03'))
  expect((await engine.ask('sources.preview', { items: [first] })).files).toEqual([])
  const id = (await engine.ask('sources.import', { items: [first] })).imported[0]?.id ?? 'source_none'
  const items = [
    first,
    as('undated.html', page('It was signed after all.')),
    as('clear.html', page('It was signed on Wednesday.', '2025-03-05')),
  ]
  const { files } = await engine.ask('sources.preview', { items })
  expect(files).toEqual([
    {
      path: 'undated.html',
      encoding: null,
      dateOrder: null,
      table: null,
      older: [
        {
          of: id,
          name: 'Plan for Norrel',
          published: '2025-03-03',
          similarity: expect.closeTo(0.95, 1),
          reason: 'the same title and publisher; their dates do not tell which is newer',
        },
      ],
    },
  ])
  const answer = { versions: [{ path: 'undated.html', of: id, join: true }] }
  const report = await engine.ask('sources.import', {
    items: items.slice(1, 2),
    fileOptions: { 'undated.html': answer },
  })
  expect(report.versions).toMatchObject([{ path: 'undated.html', of: id }])
})
