import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const paragraph = (words: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t>${words}</w:t></w:r></w:p>`
const link = (words: string, id: string) =>
  `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${words}</w:t></w:r></w:hyperlink></w:p>`
const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
const relation = (id: string, kind: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}" ${mode}/>`
const relations = (inner: string) =>
  strToU8(`<Relationships xmlns="${packaged}/relationships">${inner}</Relationships>`)

function documentOf(body: string): Uint8Array {
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('s', 'styles', 'styles.xml') +
        relation('good', 'hyperlink', 'https://norrel.example/x', 'TargetMode="External"') +
        relation('bad', 'hyperlink', 'javascript:alert(1)', 'TargetMode="External"'),
    ),
    'word/styles.xml': strToU8(
      `<w:styles ${word}>${style('Titel', 'Title')}${style('Zitat', 'Quote')}${style('u2', 'heading 2')}</w:styles>`,
    ),
    'word/document.xml': strToU8(`<w:document ${word}><w:body>${body}</w:body></w:document>`),
  })
}

test('a Word document keeps its title, headings, quotations, tables as text, and harmless links alone', async () => {
  const bytes = documentOf(
    [
      paragraph('The price of a door.', 'Titel'),
      paragraph('Nobody may close the strait, says the protocol that both capitals signed.'),
      paragraph('The fee', 'u2'),
      paragraph('We did what the law asks of us.', 'Zitat'),
      `<w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc>${paragraph('Crowns')}</w:tc></w:tr></w:tbl>`,
      link('a page', 'good'),
      link('a trap', 'bad'),
    ].join(''),
  )
  const { articles } = await parseFile({ name: 'a.docx', bytes, pasted: null, options: {}, label: 'a.docx' })
  const { text = '', structure, fields } = articles[0] ?? {}
  expect(structure?.blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['heading', 'The price of a door.'],
    ['paragraph', 'Nobody may close the strait, says the protocol that both capitals signed.'],
    ['heading', 'The fee'],
    ['quote', 'We did what the law asks of us.'],
    ['table', 'Year\tCrowns'],
    ['paragraph', 'a page'],
    ['paragraph', 'a trap'],
  ])
  expect(structure?.links.map(({ href }) => href)).toEqual(['https://norrel.example/x'])
  expect([fields?.title?.value, fields?.title?.evidence.certainty]).toEqual([
    'The price of a door.',
    'stated',
  ])
})
