import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'

const container =
  '<container><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
const said =
  '<dc:title>The price of a door</dc:title><dc:creator>Joren Pask</dc:creator><dc:publisher>Belcastre Press</dc:publisher><dc:date>2024-07-12</dc:date><dc:language>en-GB</dc:language>'

function page(head: string, body: string): Uint8Array {
  return strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body}</body></html>`)
}

function parseBook(items: string, spine: string, files: Record<string, Uint8Array>) {
  const book = `<package><metadata xmlns:dc="x">${said}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`
  const bytes = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(container),
    'OPS/book.opf': strToU8(book),
    ...files,
  })
  return parseFile({ name: 'a.epub', bytes, pasted: null, options: {}, label: 'a.epub' })
}

test('a chapter is called by its heading, else as the contents call it, and the book’s title stays beside', async () => {
  const { articles } = await parseBook(
    `<item id="nav" properties="nav" href="nav.xhtml"/><item id="a" href="text/one.xhtml"/><item id="b" href="text/two.xhtml"/><item id="c" href="text/three.xhtml"/>`,
    '<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
    {
      'OPS/nav.xhtml': page(
        '',
        '<nav><a href="text/one.xhtml">Chapter One</a><a href="text/two.xhtml#top">The fee</a></nav>',
      ),
      'OPS/text/one.xhtml': page(
        '<title>The price of a door</title>',
        '<h1>The strait</h1><p>It is narrow.</p>',
      ),
      'OPS/text/two.xhtml': page('<title>The price of a door</title>', '<p>It was set in 2022.</p>'),
      'OPS/text/three.xhtml': page('', '<p>Nobody paid it.</p>'),
    },
  )
  expect(articles.map(({ fields: { title } }) => [title?.value, title?.evidence.rule])).toEqual([
    ['The strait', 'the page’s only main heading'],
    ['The fee', 'the book’s table of contents'],
    ['The price of a door', 'the book’s title'],
  ])
  expect(articles[0]?.fields.title?.evidence.others?.map(({ value }) => value)).toEqual([
    'The price of a door',
    'Chapter One',
  ])
  const { author, publisher, published } = articles[1]?.fields ?? {}
  expect([author?.value, publisher?.value, published?.value]).toEqual([
    'Joren Pask',
    'Belcastre Press',
    '2024-07-12',
  ])
})

test('the contents of an older book are read from its NCX', async () => {
  const ncx = `<ncx><navMap><navPoint><navLabel><text>The fee</text></navLabel><content src="one.xhtml"/></navPoint></navMap></ncx>`
  const { articles } = await parseBook(
    '<item id="ncx" media-type="application/x-dtbncx+xml" href="toc.ncx"/><item id="a" href="one.xhtml"/>',
    '<itemref idref="a"/>',
    { 'OPS/toc.ncx': strToU8(ncx), 'OPS/one.xhtml': page('', '<p>It was set in 2022.</p>') },
  )
  expect(articles[0]?.fields.title?.value).toBe('The fee')
})

test('a chapter that the book lists and does not hold is told, and the others are read', async () => {
  const { articles, failed } = await parseBook(
    '<item id="a" href="one.xhtml"/><item id="b" href="two.xhtml"/><item id="c" href="cover.svg"/><item id="d" href="deep.xhtml"/>',
    '<itemref idref="c"/><itemref idref="a"/><itemref idref="b"/><itemref idref="none"/><itemref idref="d"/>',
    {
      'OPS/one.xhtml': page('', '<p>It was set in 2022.</p>'),
      'OPS/cover.svg': strToU8('<svg/>'),
      'OPS/deep.xhtml': page('', `${'<div>'.repeat(3_000)}words`),
    },
  )
  expect(articles.map(({ part, text }) => [part, text])).toEqual([['chapter 2', 'It was set in 2022.']])
  expect(failed).toEqual([
    {
      part: 'chapter 3',
      code: 'source.damaged',
      message: 'The book lists OPS/two.xhtml, and does not hold it.',
    },
    { part: 'chapter 4', code: 'source.damaged', message: 'This page is nested too deeply to be read.' },
  ])
})

test('names with spaces and letters of other scripts lead to their chapters; a book without contents is read too', async () => {
  const { articles } = await parseBook(
    '<item id="a" href="text/chapter%20one.xhtml"/><item id="b" href="text/Глава.xhtml"/>',
    '<itemref idref="a"/><itemref idref="b" linear="no"/>',
    {
      'OPS/text/chapter one.xhtml': page('', '<p>It was set in 2022.</p>'),
      'OPS/text/Глава.xhtml': page('', '<p>Nobody paid it.</p>'),
    },
  )
  expect(articles.map(({ text }) => text)).toEqual(['It was set in 2022.', 'Nobody paid it.'])
})
