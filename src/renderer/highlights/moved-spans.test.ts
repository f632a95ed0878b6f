import { expect, test } from 'vitest'
import type { Highlight } from '#contract/highlights.ts'
import { spansWith, spansWithin, spansWithout, wholeOf } from './moved-spans.ts'

test('a mark in one piece takes its new ends', () => {
  expect(spansWithin(marked([5, 10]), { start: 2, end: 12 })).toEqual([{ start: 2, end: 12 }])
})

test('a mark with a gap keeps it', () => {
  expect(spansWithin(marked([5, 10], [20, 30]), { start: 2, end: 26 })).toEqual([
    { start: 2, end: 10 },
    { start: 20, end: 26 },
  ])
})

test('a piece that the ends leave out is gone', () => {
  expect(spansWithin(marked([5, 10], [20, 30], [40, 50]), { start: 5, end: 25 })).toEqual([
    { start: 5, end: 10 },
    { start: 20, end: 25 },
  ])
})

test('the whole of a mark goes over its gaps', () => {
  expect(wholeOf(marked([5, 10], [20, 30]))).toEqual({ start: 5, end: 30 })
})

test('a passage is added to a mark, wherever it stands', () => {
  expect(spansWith(marked([5, 10]), { start: 20, end: 30 })).toEqual([
    { start: 5, end: 10 },
    { start: 20, end: 30 },
  ])
})

test('what is taken out of a mark parts its passages, or ends them, or takes them away', () => {
  const mark = marked([5, 10], [20, 30])
  expect(spansWithout(mark, { start: 22, end: 25 })).toEqual([
    { start: 5, end: 10 },
    { start: 20, end: 22 },
    { start: 25, end: 30 },
  ])
  expect(spansWithout(mark, { start: 8, end: 22 })).toEqual([
    { start: 5, end: 8 },
    { start: 22, end: 30 },
  ])
  expect(spansWithout(mark, { start: 0, end: 12 })).toEqual([{ start: 20, end: 30 }])
})

function marked(...spans: [number, number][]): Highlight {
  return {
    id: 'highlight_0001',
    source: 'source_0001',
    passages: spans.map(([start, end]) => ({ start, end, quote: '', prefix: '', suffix: '' })),
    type: null,
    tags: [],
    note: null,
    entities: [],
    anchoring: { state: 'exact' },
    created: '2026-01-05T09:00:00.000Z',
    changed: '2026-01-05T09:00:00.000Z',
  }
}
