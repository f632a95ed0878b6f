import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointOffset, codePointOffsets, codeUnitOffset, codeUnitOffsets } from './offsets.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', '🕊️', '𠮷', '\ud83d', 'é', ' '),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

test('an emoji is two code units and one code point', () => {
  expect(codePointOffset('a🕊b', 3)).toBe(2)
  expect(codeUnitOffset('a🕊b', 2)).toBe(3)
})

test('an offset inside a surrogate pair means its start', () => {
  expect(codePointOffset('a🕊b', 2)).toBe(1)
})

test('what lies beyond the text, or out of order, is named', () => {
  expect(() => codePointOffset('abc', 4)).toThrow('offset 4 lies beyond the text, which ends at 3')
  expect(() => codeUnitOffset('🕊🕊', 3)).toThrow('offset 3 lies beyond the text, which ends at 2')
  expect(() => codePointOffsets('abc', [2, 1])).toThrow('offset 1 comes after 2')
  expect(() => codeUnitOffset('abc', -1)).toThrow('-1 is not an offset')
})

test('code points count as iterating over the text does', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const characters = Array.from(text)
      const points = characters.map((_, index) => index).concat(characters.length)
      const units = points.map((point) => characters.slice(0, point).join('').length)
      expect(codeUnitOffsets(text, points)).toEqual(units)
      expect(codePointOffsets(text, units)).toEqual(points)
    }),
  )
})
