import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SpanLookup } from './span-lookup.ts'

test('finds what looking through all spans would find', () => {
  const gaps = fc.array(fc.tuple(fc.nat(5), fc.nat(9)), { maxLength: 20 })
  fc.assert(
    fc.property(gaps, fc.nat(120), fc.nat(6), (pieces, start, length) => {
      let at = 0
      const spans = pieces.map(([gap, size]) => ({ start: at + gap, end: (at += gap + size + 1) }))
      const asked = { start, end: start + length + 1 }
      const expected = spans.some((span) => span.start <= asked.start && asked.end <= span.end)
      expect(new SpanLookup(spans).holds(asked)).toBe(expected)
    }),
  )
})
