import { expect, test } from 'vitest'
import type { Highlight } from '#contract/highlights.ts'
import { mergedHighlights } from './merged-highlights.ts'

const kept = [named('0001', 'a'), named('0002', 'b'), named('0003', 'c')]

test('a changed highlight takes the place of the old one, the others stay the same objects', () => {
  const changed = named('0002', 'new')
  const merged = mergedHighlights(kept, ['highlight_0002'], [changed])
  expect(merged).toEqual([kept[0], changed, kept[2]])
  expect(merged[0]).toBe(kept[0])
})

test('a new highlight comes last', () => {
  const added = named('0004', 'd')
  expect(mergedHighlights(kept, ['highlight_0004'], [added])).toEqual([...kept, added])
})

test('a highlight that was asked for and not answered is gone', () => {
  expect(mergedHighlights(kept, ['highlight_0001', 'highlight_0009'], [])).toEqual([kept[1], kept[2]])
})

function named(id: string, tag: string): Highlight {
  return {
    id: `highlight_${id}`,
    source: 'source_0001',
    passages: [{ start: 0, end: 1, quote: 'q', prefix: '', suffix: '' }],
    type: null,
    tags: [tag],
    note: null,
    entities: [],
    anchoring: { state: 'exact' },
    created: '2026-01-05T09:00:00.000Z',
    changed: '2026-01-05T09:00:00.000Z',
  }
}
