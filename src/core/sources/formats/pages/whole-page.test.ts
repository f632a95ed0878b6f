import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml } from './read-html.ts'
import { readPage } from './read-page.ts'

const words =
  'The envoy of Norrel said on Monday that the harbour would stay closed, and that nobody had asked him before. '
const article = `<article><h1>Harbour closed</h1><p>${words.repeat(6)}<p>${words.repeat(7)}</article>`
const title = '<title>Harbour closed</title>'

test.each([
  ['neither html nor head nor body', `<!DOCTYPE html>${title}${article}`],
  ['no body', `<!DOCTYPE html><html><head>${title}</head>${article}</html>`],
  ['no head', `<html>${title}<body>${article}</html>`],
  ['html alone', `<html>${title}${article}`],
  [
    'something before the page',
    `<script>ads()</script><!DOCTYPE html><html><head>${title}</head><body>${article}`,
  ],
  [
    'a page in the page',
    `<html><head>${title}</head><body><html><body>${article}</body></html></body></html>`,
  ],
  ['a page inside an element', `<div><html><head>${title}</head><body>${article}</body></html></div>`],
])('a page with %s is read like any other', (_, markup) => {
  const { text, stated, warnings } = readHtml(markup, true)
  expect(text.replace(/\s+/g, ' ').trim()).toBe(words.repeat(13).trim())
  expect(stated.title?.value).toBe('Harbour closed')
  expect(warnings).toEqual([])
})

test('what stands behind the page is part of it, and the language of its tags stays', () => {
  const page = readPage(
    '<html lang="ar" dir="rtl"><body class="wide"><p>One</p></body></html> two <p>three</p>',
  )
  expect(page.body?.textContent).toBe('One two three')
  expect(page.documentElement?.getAttribute('lang')).toBe('ar')
  expect(page.body?.getAttribute('class')).toBe('wide')
})

test('however the tags stand, all words are in the one body', () => {
  const piece = fc.constantFrom(
    '<html>',
    '</html>',
    '<head>',
    '</head>',
    '<body>',
    '</body>',
    '<div>',
    '</div>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (tags) => {
      const page = readPage(tags.map((tag, at) => `${tag}<p>w${at}</p>`).join(''))
      expect([...page.querySelectorAll('html')].length).toBe(1)
      expect([...page.querySelectorAll('head')].length).toBe(1)
      expect([...page.querySelectorAll('body')].length).toBe(1)
      const said = [...(page.body?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent)
      expect(said).toHaveLength(tags.length)
      expect(new Set(said)).toEqual(new Set(tags.map((_, at) => `w${at}`)))
    }),
  )
})
