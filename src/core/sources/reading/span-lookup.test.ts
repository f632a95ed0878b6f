import { array, assert, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { SpanLookup } from './span-lookup.ts'

test('finds what looking through all spans would find', () => {
  const gaps = array(tuple(nat(5), nat(9)), { maxLength: 20 })
  assert(
    property(gaps, nat(120), nat(6), (pieces, start, length) => {
      let at = 0
      const spans = pieces.map(([gap, size]) => ({ start: at + gap, end: (at += gap + size + 1) }))
      const asked = { start, end: start + length + 1 }
      const expected = spans.some((span) => span.start <= asked.start && asked.end <= span.end)
      expect(new SpanLookup(spans).holds(asked)).toBe(expected)
    }),
  )
})
