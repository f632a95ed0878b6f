import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'
import { readProperties } from './document-properties.ts'

async function parse(name: string, bytes: Uint8Array) {
  const { articles } = await parseFile({ name, bytes, pasted: null, options: {}, label: name })
  const [article] = articles
  if (article === undefined) throw new Error('there is no article')
  return article
}

/** PDFium finds the objects of a file without a table of them. */
function pdfOf(lines: readonly string[], properties: string): Uint8Array {
  const content = `BT /F 12 Tf 40 780 Td 24 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`
  return strToU8(
    `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 900 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj\n5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n6 0 obj <<${properties}>> endobj\ntrailer <</Root 1 0 R/Info 6 0 R>>\n%%EOF`,
  )
}

const running = 'the ship left the harbour on Tuesday, said the pilot who had been aboard it until noon.'

test('the title and writer of a PDF’s properties are guesses where the words tell none', async () => {
  const { fields } = await parse(
    'a.pdf',
    pdfOf([running], "/Title(The strait)/Author(Maren Holt)/CreationDate(D:20240628191500+03'00')"),
  )
  const told = Object.entries(fields).map(([field, { value, evidence }]) => [
    field,
    value,
    evidence.certainty,
    evidence.from,
  ])
  expect(told).toEqual([
    ['title', 'The strait', 'guess', 'header'],
    ['author', 'Maren Holt', 'guess', 'header'],
  ])
})

test('what the words tell goes before a PDF’s properties, which stay beside it', async () => {
  const lines = ['Ships leave the strait', 'By Ana Prelle', '28 June 2024', `NORREL, June 28 - ${running}`]
  const properties =
    "/Title(Microsoft Word - strait.doc)/Author(admin)/CreationDate(D:20240630081500+03'00')/ModDate(D:20240701)"
  const { fields } = await parse('a.pdf', pdfOf(lines, properties))
  const others = (field: 'title' | 'author' | 'published') =>
    fields[field]?.evidence.others?.map(({ value }) => value)
  expect([fields.title?.value, fields.author?.value, fields.published?.value, fields.updated]).toEqual([
    'Ships leave the strait',
    'Ana Prelle',
    '2024-06-28',
    undefined,
  ])
  expect([others('title'), others('author'), others('published')]).toEqual([
    ['Microsoft Word - strait.doc'],
    ['admin'],
    ['2024-06-30T08:15+03:00'],
  ])
})

test('a Word document’s properties are read as a PDF’s are', async () => {
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packaged}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>The strait</dc:title><dc:creator>Maren Holt</dc:creator><dcterms:created>2024-06-28T19:15:00Z</dcterms:created></cp:coreProperties>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${running}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  })
  const { fields } = await parse('a.docx', bytes)
  expect(Object.entries(fields).map(([field, { value }]) => [field, value])).toEqual([
    ['title', 'The strait'],
    ['author', 'Maren Holt'],
  ])
})

test.each([
  'Microsoft Word - strait.doc',
  'strait-final.indd',
  'Untitled',
  'Document1',
  'Layout 1',
  'PowerPoint Presentation',
  'scan_0042',
])('“%s” is no title', (title) => {
  expect(readProperties({ title }).stated).toEqual({})
  expect(readProperties({ title }).beside.title?.value).toBe(title)
})

test.each(['admin', 'Administrator', 'Windows User', 'mholt', 'MHOLT42', 'Adobe InDesign', 'HP Scanner'])(
  '“%s” is no author',
  (author) => {
    expect(readProperties({ author }).stated).toEqual({})
  },
)
