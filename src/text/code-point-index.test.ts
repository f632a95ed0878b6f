import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexCodePoints } from './code-point-index.ts'
import { codePointOffset, codeUnitOffset } from './offsets.ts'

test('converts like counting from the beginning does, for any text and offset', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '👩‍👧', '\ud800', '\udc00', 'ع') })
  fc.assert(
    fc.property(texts, fc.nat(), (text, any) => {
      const index = indexCodePoints(text)
      expect(index.length).toBe(Array.from(text).length)
      const unit = any % (text.length + 1)
      const point = any % (index.length + 1)
      expect(index.toPoint(unit)).toBe(codePointOffset(text, unit))
      expect(index.toUnit(point)).toBe(codeUnitOffset(text, point))
    }),
  )
})

test('an offset beyond the text stays beyond it', () => {
  expect(indexCodePoints('a😀').toUnit(9)).toBe(10)
})
