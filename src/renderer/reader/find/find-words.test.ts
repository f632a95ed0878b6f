import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWords, mostFound, type Wanted } from './find-words.ts'

test('finds words whatever their case, accents and quotes', () => {
  expect(quotes('Café “Noir” and CAFE "noir"', { words: 'cafe "noir"' })).toEqual([
    'Café “Noir”',
    'CAFE "noir"',
  ])
})

test('finds Arabic words with and without vowel marks', () => {
  expect(quotes('قالَ الشَّرع', { words: 'الشرع' })).toEqual(['الشَّرع'])
})

test('finds words exactly as written where case counts', () => {
  expect(quotes('Assad, assad', { words: 'assad', matchCase: true })).toEqual(['assad'])
})

test('finds a pattern, line by line', () => {
  expect(
    quotes('30/06/2025\n7 November\n01/02/2024', { words: '^\\d+/\\d+/\\d+$', isPattern: true }),
  ).toEqual(['30/06/2025', '01/02/2024'])
})

test('a pattern that is not finished is told in a sentence', () => {
  expect(find('text', { words: '(', isPattern: true })).toEqual({
    ok: false,
    message: 'This is not a regular expression yet.',
  })
})

test('a pattern that matches nothing finds nothing, and an end is reached', () => {
  expect(quotes('abc', { words: 'x*', isPattern: true })).toEqual([])
})

test('there is an end to what is listed, and it is told', () => {
  expect(find('a '.repeat(mostFound + 1), { words: 'a' })).toMatchObject({ ok: true, more: true })
})

test('what is found without folding is found with it, at the same place', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.nat(59),
      fc.integer({ min: 1, max: 9 }),
      (text, at, length) => {
        const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
        const words = characters.slice(at, at + length).join('')
        const found = find(text, { words })
        fc.pre(words.trim() !== '' && found.ok && found.spans.length > 0)
        if (!found.ok) return
        for (const { start, end } of found.spans) expect(start).toBeLessThan(end)
        expect(text.includes(words)).toBe(true)
      },
    ),
  )
})

function find(text: string, wanted: Partial<Wanted> & { words: string }) {
  return findWords(text, { isPattern: false, matchCase: false, ...wanted })
}

function quotes(text: string, wanted: Partial<Wanted> & { words: string }): string[] {
  const found = find(text, wanted)
  return found.ok ? found.spans.map(({ start, end }) => text.slice(start, end)) : []
}
