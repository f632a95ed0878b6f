import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainTypography, straightenQuotes } from './quotes.ts'

test('straightening keeps every offset', () => {
  expect(straightenQuotes('“Syria’s” «paix»')).toBe('"Syria\'s" "paix"')
})

test('plain text has the forms of the keyboard', () => {
  expect(plainTypography('“onion”\u00a0—\n  we’re…  nor\u00admal').text).toBe('"onion" - we\'re... normal')
})

test('each place of the plain text knows where it stood', () => {
  const { text, origin } = plainTypography('a \n b… c')
  const at = text.indexOf('c')
  expect([text, origin[at], origin[text.length]]).toEqual(['a b... c', 7, 8])
})

test('origins ascend, and plain text is plain already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const { text, origin } = plainTypography(any)
      expect(origin).toHaveLength(text.length + 1)
      for (let at = 1; at < origin.length; at += 1)
        expect(origin[at]).toBeGreaterThanOrEqual(origin[at - 1] ?? 0)
      expect(plainTypography(text).text).toBe(text)
    }),
  )
})
