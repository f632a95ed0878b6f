import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inNestingOrder, type Mark, segmentsOf } from './segments.ts'

test('crossing marks part a paragraph where they begin and end', () => {
  const marks = inNestingOrder([mark('b', 5, 15), mark('a', 0, 10)])
  expect(
    segmentsOf({ start: 0, end: 20 }, marks).map(({ end, marks }) => [end, ...marks.map(({ id }) => id)]),
  ).toEqual([[5, 'a'], [10, 'a', 'b'], [15, 'b'], [20]])
})

test('however marks overlap, the pieces cover the paragraph and each is covered by exactly its marks', () => {
  fc.assert(
    fc.property(anySpan, fc.array(anySpan, { maxLength: 12 }), (paragraph, spans) => {
      const marks = inNestingOrder(spans.map(({ start, end }, index) => mark(`m${index}`, start, end)))
      const segments = segmentsOf(paragraph, marks)
      expect(segments.at(0)?.start).toBe(paragraph.start)
      expect(segments.at(-1)?.end).toBe(paragraph.end)
      segments.forEach((segment, index) => {
        expect(segment.start).toBe(segments[index - 1]?.end ?? paragraph.start)
        for (let at = segment.start; at < segment.end; at++) {
          expect(segment.marks).toEqual(marks.filter(({ start, end }) => start <= at && at < end))
        }
      })
    }),
  )
})

const anySpan = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }))

function mark(id: string, start: number, end: number): Mark {
  return { id, start, end, look: '', label: '' }
}
