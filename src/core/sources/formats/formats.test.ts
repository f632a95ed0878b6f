import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../parsing/parse-file.ts'
import { inflateArchive } from './archives/archive.ts'

const words = (text: string) =>
  strToU8(`${text} The coast guard said on Tuesday that it had escorted a grain ship out of the strait.`)

function parse(name: string, bytes: Uint8Array) {
  return parseFile({ name, bytes, pasted: null, options: {}, label: name })
}

test('each file in an archive is a source; what cannot be read is told by its name in it', async () => {
  const inner = zipSync({ 'deep.txt': words('Three.') })
  const { articles, failed } = await parse(
    'all.zip',
    zipSync({
      'a.txt': words('One.'),
      'folder/b.html': words('<p>Two.</p>'),
      'inner.zip': inner,
      'x.txt': strToU8(''),
    }),
  )
  expect(articles.map(({ part, label, text }) => [part, label, text.slice(0, 6)])).toEqual([
    ['a.txt', 'all.zip: a.txt', 'One. T'],
    ['folder/b.html', 'all.zip: folder/b.html', 'Two.\\n\\n'.replaceAll('\\n', '\n').slice(0, 6)],
    ['inner.zip, deep.txt', 'all.zip: inner.zip, deep.txt', 'Three.'],
  ])
  expect(failed).toEqual([{ part: 'x.txt', code: 'source.empty', message: 'The file is empty.' }])
})

test('pictures, fonts, scripts and hidden files in an archive are passed over, and do not fail', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  const { articles, failed, skipped } = await parse(
    'page.zip',
    zipSync({
      'a.txt': words('One.'),
      'a_files/photo.png': png,
      'a_files/face.woff2': strToU8('wOF2\0\x01\0\0'),
      'a_files/site.css': strToU8('body { color: red }'),
      '.hidden': strToU8('x'),
      'data.bin': new Uint8Array(64),
    }),
  )
  expect([articles.map(({ part }) => part), failed]).toEqual([['a.txt'], []])
  expect(skipped).toEqual([
    { part: 'a_files/photo.png', reason: 'a picture' },
    { part: 'a_files/face.woff2', reason: 'a font' },
    { part: 'a_files/site.css', reason: 'a style sheet or script' },
    { part: '.hidden', reason: 'a hidden file' },
    { part: 'data.bin', reason: 'no text' },
  ])
  await expect(parse('photos.zip', zipSync({ 'photo.png': png }))).rejects.toMatchObject({
    code: 'source.no-text',
  })
})

test('an archive that unfolds beyond measure is refused while it unfolds', () => {
  const bomb = zipSync({ 'zeros.txt': new Uint8Array(4_000_000) })
  expect(bomb.length).toBeLessThan(10_000)
  expect(() => inflateArchive(bomb, () => true, { bytes: 1_000_000, entries: 10 })).toThrow(
    expect.objectContaining({ code: 'source.too-large' }),
  )
})

test('archives in archives in archives are refused', async () => {
  let bytes = zipSync({ 'a.txt': words('Deep.') })
  for (let depth = 0; depth < 5; depth++) bytes = zipSync({ 'inner.zip': bytes })
  const { articles, failed } = await parse('deep.zip', bytes)
  expect(articles).toEqual([])
  expect(failed.map(({ code }) => code)).toEqual(['source.too-large'])
})

test('no script, handler or dangerous link of a page is in its text or its links', async () => {
  const { articles } = await parse(
    'evil.html',
    strToU8(`<html><body><article><p onclick="alert(1)">A paragraph with <a href="javascript:alert(2)">a link</a> and
      <a href="https://norrel.example/x">another</a>, long enough to be an article, as everybody can see who reads it.</p>
      <script>alert(3)</script><img src="https://norrel.example/pixel.gif" onerror="alert(4)"></article></body></html>`),
  )
  const [article] = articles
  expect(JSON.stringify([article?.text, article?.structure])).not.toMatch(/alert|javascript|pixel/)
  expect(article?.structure.links.map(({ href }) => href)).toEqual(['https://norrel.example/x'])
})

test('a mail is a source with its headers, its attachment another', async () => {
  const mail = [
    'From: Maren Holt <maren@norrel.example>',
    'To: desk@norrel.example',
    'Subject: The strait',
    'Date: Fri, 28 Jun 2024 10:49:00 +0200',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The ship left on Tuesday.',
    '--b',
    'Content-Type: text/plain; name="log.txt"',
    'Content-Disposition: attachment; filename="log.txt"',
    '',
    'Port Selden, 5:12: transponder off.',
    '--b--',
    '',
  ].join('\r\n')
  const { articles } = await parse('a.eml', strToU8(mail))
  expect(articles.map(({ part, text }) => [part, text.trim()])).toEqual([
    [null, 'The ship left on Tuesday.'],
    ['log.txt', 'Port Selden, 5:12: transponder off.'],
  ])
  const { title, author, published } = articles[0]?.fields ?? {}
  expect([title?.value, author?.value, published?.value]).toEqual([
    'The strait',
    'Maren Holt',
    '2024-06-28T10:49+02:00',
  ])
})

test('Markdown comes in as words, with headings, lists and links as structure and front matter as metadata', async () => {
  const source = [
    '---',
    'title: The price of a door',
    'author: Joren Pask',
    'date: 2024-07-12',
    '---',
    '# The price of a door',
    '',
    'Nobody *may* close [the door](https://norrel.example).',
    '',
    '- one',
    '- two',
  ].join('\n')
  const { articles } = await parse('a.md', strToU8(source))
  const [article] = articles
  expect(article?.text).toBe('The price of a door\n\nNobody may close the door.\n\none\ntwo')
  expect(article?.structure).toEqual({
    blocks: [
      { kind: 'heading', start: 0, end: 19, level: 1 },
      { kind: 'paragraph', start: 21, end: 47 },
      { kind: 'list-item', start: 49, end: 52 },
      { kind: 'list-item', start: 53, end: 56 },
    ],
    links: [{ start: 38, end: 46, href: 'https://norrel.example' }],
    marks: [],
  })
  const { title, author, published } = article?.fields ?? {}
  expect([title?.value, author?.value, published?.value]).toEqual([
    'The price of a door',
    'Joren Pask',
    '2024-07-12',
  ])
  expect(title?.evidence.span).toEqual({ start: 0, end: 19 })
})

test('a mail whose headers are in an old code page, and not said to be, has its subject read all the same', async () => {
  const mail =
    'From: a@norrel.example\r\nTo: b@norrel.example\r\nSubject: Forma\xe7\xe3o na ver\xe3o\r\n\r\nWords.\r\n'
  const { articles } = await parse('a.eml', new Uint8Array(Buffer.from(mail, 'latin1')))
  expect(articles[0]?.fields.title?.value).toBe('Formação na verão')
})

test('an archive that lies about its sizes is refused', () => {
  const bytes = zipSync({ 'a.txt': new Uint8Array(4_000_000) })
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  view.writeUInt32LE(1_000, view.indexOf('PK\x01\x02') + 24)
  expect(() => inflateArchive(bytes)).toThrow(expect.objectContaining({ code: 'source.damaged' }))
})

test('archives that are small and many, or dense, are refused as one file', async () => {
  const leaf = zipSync({ '0.txt': new Uint8Array(20_000_000) })
  const { articles, failed } = await parse('many.zip', zipSync({ '1.zip': leaf, '2.zip': leaf }))
  expect([articles.length, failed.map(({ code }) => code)]).toEqual([
    0,
    ['source.too-large', 'source.too-large'],
  ])
})

test('a Word document nested 60,000 deep, and one with entities in entities, are refused', async () => {
  const open = '<w:document xmlns:w="w"><w:body>'
  const deep = `${open}${'<w:tbl>'.repeat(60_000)}x${'</w:tbl>'.repeat(60_000)}</w:body></w:document>`
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}">]>${open}<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
  for (const document of [deep, laughs])
    await expect(parse('a.docx', zipSync({ 'word/document.xml': strToU8(document) }))).rejects.toMatchObject({
      code: 'source.damaged',
    })
})

/** The smallest PDF whose page is `content`. */
function pdfOf(content: string): Uint8Array {
  const packed = deflateSync(content)
  const head = [
    '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n',
    '5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n',
    `4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
  ].join('')
  return Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>'),
  ])
}

test('a PDF that unfolds to more than its words may need is refused while it unfolds', async () => {
  const words = 'BT /F 12 Tf 50 700 Td (The strait is closed.) Tj ET'
  expect((await parse('a.pdf', pdfOf(words))).articles[0]?.text).toBe('The strait is closed.')
  await expect(parse('a.pdf', pdfOf(words + ' '.repeat(300_000_000)))).rejects.toMatchObject({
    code: 'source.too-large',
    message: expect.stringMatching(/^Taking this PDF apart needs more than \d+ MB of memory\.$/),
  })
})

test('an archive with a password says so', async () => {
  const bytes = zipSync({ 'a.txt': words('One.') })
  const central = Buffer.from(bytes).indexOf('PK\x01\x02')
  bytes[central + 8] = 1
  bytes[6] = 1
  bytes.fill(0xff, 40, central)
  await expect(parse('locked.zip', bytes)).rejects.toMatchObject({ code: 'source.encrypted' })
})
