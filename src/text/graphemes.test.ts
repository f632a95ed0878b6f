import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { characterEnd, characterStart, clampToCharacters } from './graphemes.ts'

test('a span is widened to whole characters', () => {
  const text = 'x👩‍👩‍👧y e\u0301 🇸🇾'
  expect(clampToCharacters(text, { start: 2, end: 4 })).toEqual({ start: 1, end: 9 })
  expect(clampToCharacters(text, { start: 11, end: 12 })).toEqual({ start: 11, end: 13 })
  expect(clampToCharacters(text, { start: 15, end: 17 })).toEqual({ start: 14, end: 18 })
})

test('a span outside the text is brought inside, one written backwards is turned', () => {
  expect(clampToCharacters('abc', { start: -4, end: 90 })).toEqual({ start: 0, end: 3 })
  expect(clampToCharacters('abc', { start: 2, end: 1 })).toEqual({ start: 1, end: 2 })
  expect(clampToCharacters('a🕊', { start: 2, end: 2 })).toEqual({ start: 1, end: 1 })
})

test('borders agree with segmenting the whole text', () => {
  const pieces = fc.constantFrom(
    'a',
    ' ',
    '\r',
    '\n',
    '🕊️',
    '👩‍👧',
    '🇸',
    '🇾',
    'é',
    'e\u0301',
    '\u0301',
    '\ud83d',
    'ที่',
    'क्षि',
    'ᄒ',
    'ᅡ',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      (text) => {
        const borders = [...new Intl.Segmenter('und').segment(text)]
          .map(({ index }) => index)
          .concat(text.length)
        for (let at = 0; at <= text.length; at += 1) {
          expect(characterStart(text, at)).toBe(borders.findLast((border) => border <= at))
          expect(characterEnd(text, at)).toBe(borders.find((border) => border >= at))
        }
      },
    ),
    { numRuns: 300 },
  )
})
