import { expect, test } from 'vitest'
import type { Highlight } from '#contract/highlights.ts'
import { neighbourOf, nextOfPile } from './neighbours.ts'

const paragraph = marked('0001', 0, 100)
const sentence = marked('0002', 10, 60)
const name = marked('0003', 20, 30)
const elsewhere = marked('0004', 200, 220)
const all = [elsewhere, name, paragraph, sentence]

test('next and previous follow the text, and go round its ends', () => {
  expect(neighbourOf(all, null, 'next')).toBe(paragraph)
  expect(neighbourOf(all, paragraph, 'next')).toBe(sentence)
  expect(neighbourOf(all, elsewhere, 'next')).toBe(paragraph)
  expect(neighbourOf(all, paragraph, 'previous')).toBe(elsewhere)
  expect(neighbourOf([], null, 'next')).toBeNull()
})

test('a pile is walked from its shortest mark to its longest, and round', () => {
  expect(nextOfPile(all, name)).toBe(sentence)
  expect(nextOfPile(all, sentence)).toBe(paragraph)
  expect(nextOfPile(all, paragraph)).toBe(name)
  expect(nextOfPile(all, elsewhere)).toBeNull()
})

function marked(id: string, start: number, end: number): Highlight {
  return {
    id: `highlight_${id}`,
    source: 'source_0001',
    passages: [{ start, end, quote: '', prefix: '', suffix: '' }],
    type: null,
    tags: [],
    note: null,
    entities: [],
    anchoring: { state: 'exact' },
    created: '2026-01-05T09:00:00.000Z',
    changed: '2026-01-05T09:00:00.000Z',
  }
}
