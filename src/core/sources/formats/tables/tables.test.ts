import { expect, test } from 'vitest'
import type { ImportOptions } from '#contract/importing.ts'
import { parseFile } from '../../parsing/parse-file.ts'

const encoder = new TextEncoder()

async function parse(name: string, content: string | Uint8Array, options: ImportOptions = {}) {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  const { articles, failed, format } = await parseFile({ name, bytes, pasted: null, options, label: name })
  const values = articles.map(({ part, text, fields, url }) => ({
    part,
    text,
    url,
    ...Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
  }))
  return { format, values, failed, articles }
}

const news = [
  'Headline,Outlet,Byline,Pub Date,Link,Body,Mood',
  '"Strait closed","The Courier",By Ana Prelle,03/04/2025,https://norrel.example/a,"Nobody was told, ""not one"".',
  '',
  'It opened again.",good',
  '"No text","The Courier",,25/04/2025,,N/A,bad',
  "Third,,\"['A. One', 'B. Two']\",26/04/2025,javascript:alert(1),<p>First.</p><p>Second.</p>,",
].join('\r\n')

test('a row of a table is a source, with its columns known by their names', async () => {
  const { format, values } = await parse('news.csv', news)
  expect(format).toBe('csv')
  expect(values).toEqual([
    {
      part: 'row 2',
      text: 'Nobody was told, "not one".\r\n\r\nIt opened again.',
      url: 'https://norrel.example/a',
      title: 'Strait closed',
      publisher: 'The Courier',
      author: 'Ana Prelle',
      published: '2025-04-03',
    },
    {
      part: 'row 4',
      text: 'First.\n\nSecond.',
      url: null,
      title: 'Third',
      author: 'A. One, B. Two',
      published: '2025-04-26',
    },
  ])
})

test('a value of a row says its column and its row; the day above twelve in one row tells the order of all', async () => {
  const { articles } = await parse('news.csv', news)
  expect(articles[0]?.fields.published?.evidence).toEqual({
    span: null,
    from: 'column',
    words: '03/04/2025',
    rule: 'column “Pub Date”, row 2',
    certainty: 'stated',
  })
})

test('rows without text are told by their numbers, unused columns by their names', async () => {
  const { articles, failed } = await parse('news.csv', news)
  expect(failed).toEqual([
    { part: 'row 3', code: 'source.no-text', message: 'There is no text in the column “Body”.' },
  ])
  expect(articles[0]?.warnings).toEqual(['Columns that were not used: “Mood”.'])
})

test.each([
  ['semicolons', 'Titel;Datum;Inhalt\nDie Enge;3.4.2025;Der Hafen ist zu, sagte er.\n'],
  ['tabs', 'título\tfecha\ttexto\nDie Enge\t2025-04-03\tDer Hafen ist zu, sagte er.\n'],
  ['bars', 'заголовок|дата|текст\nDie Enge|3 апреля 2025|Der Hafen ist zu, sagte er.\n'],
  [
    'a line that names the separator',
    'sep=;\r\ntitle;published;text\r\nDie Enge;2025-04-03;Der Hafen ist zu, sagte er.\r\n',
  ],
  [
    'other cases and marks',
    'TITRE;Date_de_Publication;CONTENU\nDie Enge;3 avril 2025;Der Hafen ist zu, sagte er.\n',
  ],
])('columns are told apart with %s', async (_, content) => {
  const { values } = await parse('a.csv', content)
  expect(values).toMatchObject([
    { title: 'Die Enge', published: '2025-04-03', text: 'Der Hafen ist zu, sagte er.' },
  ])
})

test('a table is known by its columns under any name, and prose with commas is none', async () => {
  const table = await parse('export.txt', 'title,text\nThe strait,It was closed on Monday.\n')
  expect(table.values).toMatchObject([{ title: 'The strait', text: 'It was closed on Monday.' }])
  const prose = await parse('a.txt', 'On Monday, the strait closed\nOn Tuesday, it opened\n')
  expect([prose.format, prose.values.length]).toEqual(['text', 1])
})

test('what the analyst says of a column goes before its name', async () => {
  const content = 'title,summary,notes\nA,The short words.,The long words.\n'
  const columns = { notes: 'text', SUMMARY: 'title', title: 'none', absent: 'author' } as const
  const { values, articles } = await parse('a.csv', content, { columns })
  expect(values).toEqual([{ part: 'row 2', url: null, title: 'The short words.', text: 'The long words.' }])
  expect(articles[0]?.warnings).toEqual(['The table has no column named “absent”.'])
})

test('without a name for it, the longest words are the text, and that is told', async () => {
  const { values, articles } = await parse('a.csv', `id,c2\n1,${'Many words about the strait. '.repeat(9)}\n`)
  expect(values).toHaveLength(1)
  expect(articles[0]?.warnings[0]).toMatch(/“c2” was taken for the text/)
})

test('a table without a text is refused with the names of its columns', async () => {
  await expect(parse('a.csv', 'id,count\n1,2\n3,4\n')).rejects.toMatchObject({
    code: 'source.no-text',
    message: expect.stringMatching(/Its columns are “id”, “count”\.$/),
  })
})

test('a quotation mark that is never closed refuses the table', async () => {
  await expect(parse('a.csv', 'title,text\nA,One.\nB,"Two.\nC,Three.\n')).rejects.toMatchObject({
    code: 'source.damaged',
    message: expect.stringMatching(/^This table is broken: a quotation mark is opened and never closed/),
  })
})

test('a table in the encoding of a spreadsheet program is read', async () => {
  const bytes = new Uint8Array(Buffer.from('\ufefftitle\ttext\nDie Straße\tSie ist zu.\n', 'utf16le'))
  expect((await parse('a.txt', bytes)).values).toMatchObject([{ title: 'Die Straße', text: 'Sie ist zu.' }])
})

const record = { source: { name: 'The Courier' }, authors: ['A. One', 'B. Two'], title: 'The strait' }

test('JSON line by line: an object is a source, a broken line is left out', async () => {
  const lines = [
    JSON.stringify({ ...record, publishedAt: 1_735_787_045, content: 'It was closed.' }),
    '{"title": "broken',
    JSON.stringify({ ...record, content: null }),
    JSON.stringify({ ...record, content: 'It opened.', late: 'a column of its own' }),
  ]
  const { format, values, failed, articles } = await parse('a.jsonl', lines.join('\n'))
  const known = { title: 'The strait', publisher: 'The Courier', author: 'A. One, B. Two', url: null }
  expect(format).toBe('json')
  expect(values).toEqual([
    { part: 'line 1', ...known, published: '2025-01-02T03:04Z', text: 'It was closed.' },
    { part: 'line 4', ...known, text: 'It opened.' },
  ])
  expect(failed.map(({ part, code }) => [part, code])).toEqual([
    ['line 2', 'source.damaged'],
    ['line 3', 'source.no-text'],
  ])
  expect(articles[0]?.warnings).toEqual(['Columns that were not used: “late”.'])
})

test('a list of articles is found in JSON wherever it stands', async () => {
  const articles = [{ ...record, content: 'It was closed.' }, 7, { ...record, content: 'It opened.' }]
  const found = [articles, { status: 'ok', response: { articles, tags: [{ a: 1 }] } }].map(async (whole) => {
    const { values } = await parse('a.json', JSON.stringify(whole, null, 2))
    return values.map(({ part, text }) => `${part}: ${text}`)
  })
  const expected = ['item 1: It was closed.', 'item 3: It opened.']
  expect(await Promise.all(found)).toEqual([expected, expected])
})

test('JSON that holds no articles is refused', async () => {
  await expect(parse('a.json', '{"version": 3, "private": true}')).rejects.toMatchObject({
    code: 'source.no-text',
  })
  await expect(parse('a.json', '{"title": "cut')).rejects.toMatchObject({ code: 'source.damaged' })
})

test('a byte order mark, rows cut short or too long, and a column twice do not move a value', async () => {
  const content = '\uFEFFtitle,text,Note,Note\r\nA,One.\r\nB,Two.,x,y,z,more\r\n\r\n,Three.,,\r\n'
  const { values, failed } = await parse('a.csv', content)
  expect(values.map((one) => [one.part, 'title' in one ? one.title : null, one.text])).toEqual([
    ['row 2', 'A', 'One.'],
    ['row 3', 'B', 'Two.'],
    ['row 4', null, 'Three.'],
  ])
  expect(failed).toEqual([])
})

test('a table without a header has its words taken, and loses no first row', async () => {
  const long = (about: string) => `${about} was told on Monday, and again on Tuesday. `.repeat(6).trim()
  const { values } = await parse(
    'a.csv',
    `1,2024-06-28,"${long('The first')}"\n2,2024-06-29,"${long('The second')}"\n`,
  )
  expect(values.map(({ text }) => text.slice(0, 10))).toEqual(['The first ', 'The second'])
})

test.each([
  ['day first', ['03/04/2025', '25/04/2025'], ['2025-04-03', '2025-04-25']],
  ['month first', ['04/03/2025', '04/25/2025'], ['2025-04-03', '2025-04-25']],
  ['year first', ['2025/04/03', '2025-4-25'], ['2025-04-03', '2025-04-25']],
  ['with points', ['3.4.2025', '25.04.2025'], ['2025-04-03', '2025-04-25']],
  ['as one number', ['20250403', '20250425'], ['2025-04-03', '2025-04-25']],
])('dates in a column are read %s', async (_, dates, expected) => {
  const rows = dates.map((date, at) => `T${at},${date},"The strait was closed, he said ${at}."`)
  const { values } = await parse('a.csv', `title,published,text\n${rows.join('\n')}\n`)
  expect(values.map((one) => ('published' in one ? one.published : null))).toEqual(expected)
})

test('JSON lines with a byte order mark, empty lines, CRLF, nested objects and large numbers', async () => {
  const lines = [
    '\uFEFF{"id": 12345678901234567890, "meta": {"source": {"name": "The Courier"}}, "headline": "A", "body": "One."}',
    '',
    '   ',
    'not JSON at all',
    '[1, 2]',
    '{"id": 2, "headline": "B", "byline": ["A. One", {"name": "B. Two"}], "body": ["First.", "Second."]}',
    '',
  ]
  const { values, failed } = await parse('a.jsonl', lines.join('\r\n'))
  expect(values.map((one) => [one.part, one.text])).toEqual([
    ['line 1', 'One.'],
    ['line 6', 'First., Second.'],
  ])
  expect(failed.map(({ part, code }) => [part, code])).toEqual([
    ['line 4', 'source.damaged'],
    ['line 5', 'source.damaged'],
  ])
})

test('a column of an unknown name that alone holds dates is taken for the date of publication, as a guess', async () => {
  const { articles } = await parse(
    'news.csv',
    'Headline,When,Words,Text\nA,7 March 2024,12,Ships left.\nB,"Friday, March 8, 2024 10:15 am",13,Ships came.\nC,,14,Ships lay.\n',
  )
  expect(articles.map(({ fields }) => fields.published?.value ?? null)).toEqual([
    '2024-03-07',
    '2024-03-08T10:15',
    null,
  ])
  expect(articles[0]?.fields.published?.evidence).toEqual({
    span: null,
    from: 'column',
    words: '7 March 2024',
    rule: 'column “When” (it alone holds dates), row 2',
    certainty: 'guess',
  })
  expect(articles[0]?.warnings).toContain(
    'The column “When” was taken for the date of publication, since it alone holds dates.',
  )
})

test('columns of numbers, of words with dates in them, and two columns of dates are no date of publication', async () => {
  const tables = [
    'Headline,No,Text\nA,1710000000,Ships left.\nB,1710000001,Ships came.\n',
    'Headline,Remark,Text\nA,seen on 7 March 2024 by Ana,Ships left.\nB,8 March 2024,Ships came.\n',
    'Headline,When,Seen,Text\nA,2024-03-07,2024-03-08,Ships left.\nB,2024-03-09,2024-03-10,Ships came.\n',
  ]
  for (const table of tables) {
    const { articles } = await parse('news.csv', table)
    expect(articles.map(({ fields }) => fields.published ?? null)).toEqual([null, null])
  }
})
