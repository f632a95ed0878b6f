import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSnippet } from './snippet.ts'

const line =
  'The United States is holding preliminary discussions with Syria and Israel on a potential security agreement.'

test('a snippet is cut at word borders round the match', () => {
  const start = line.indexOf('Syria')
  const cut = cutSnippet(`Headline\n${line}\nNext`, [{ start: start + 9, end: start + 14 }], 60)
  expect(cut).toEqual({
    text: 'discussions with Syria and Israel on a potential security',
    start: 50,
    marks: [{ start: 17, end: 22 }],
  })
})

test('a short paragraph is shown whole, with all its matches', () => {
  const text = `Before\n${line}\nAfter`
  const marks = [
    { start: 4, end: 10 },
    { start: 58, end: 63 },
  ]
  const matches = marks.map(({ start, end }) => ({ start: start + 7, end: end + 7 }))
  expect(cutSnippet(text, matches)).toEqual({ text: line, start: 7, marks })
})

test('a text without spaces is cut too', () => {
  const cut = cutSnippet('北京'.repeat(500), [{ start: 500, end: 502 }], 60)
  expect(cut.text).toHaveLength(60)
})

test('snippets hold their first match and never split a character', () => {
  const text = fc.array(fc.constantFrom('word', ' ', '🕊️', '👩‍👧', '\n', 'é'), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.integer({ min: 10, max: 90 }), (pieces, from, span, length) => {
      const whole = pieces.join('')
      const borders = [...new Intl.Segmenter('und').segment(whole)].map(({ index }) => index)
      const start = borders[from % borders.length] ?? 0
      const end = borders.find((border) => border > start + (span % 9)) ?? whole.length
      const cut = cutSnippet(whole, [{ start, end }], length)
      const [mark] = cut.marks
      expect(whole.slice(cut.start, cut.start + cut.text.length)).toBe(cut.text)
      expect(cut.text.slice(mark?.start, mark?.end)).toBe(whole.slice(start, end))
      expect(borders.concat(whole.length)).toContain(cut.start)
      expect(borders.concat(whole.length)).toContain(cut.start + cut.text.length)
    }),
  )
})
