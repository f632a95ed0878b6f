import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../text/paragraphs.ts'
import type { ReadText } from './caret-moves.ts'
import { endAtWord, movedEnd } from './ends.ts'

const text = 'Damascus has denied\nthe report.'

test('an end goes from word to word, over the end of a paragraph', () => {
  expect(quote(movedEnd(reading(text), { start: 9, end: 12 }, 'end', 'word', 'forward'))).toBe('has denied')
  expect(quote(movedEnd(reading(text), { start: 9, end: 19 }, 'end', 'word', 'forward'))).toBe(
    'has denied\nthe',
  )
  expect(quote(movedEnd(reading(text), { start: 9, end: 12 }, 'start', 'word', 'backward'))).toBe(
    'Damascus has',
  )
})

test('a passage keeps its last word', () => {
  const span = { start: 9, end: 12 }
  expect(movedEnd(reading(text), span, 'end', 'word', 'backward')).toEqual(span)
})

test('an end that is dragged snaps to the word under the pointer', () => {
  expect(quote(endAtWord(reading(text), { start: 9, end: 12 }, 'end', 15))).toBe('has denied')
})

test('whatever is moved, something stays marked and the ends stay in order', () => {
  fc.assert(
    fc.property(
      fc.nat(text.length - 2),
      fc.nat(text.length),
      fc.constantFrom('start' as const, 'end' as const),
      fc.constantFrom('forward' as const, 'backward' as const),
      (start, length, end, direction) => {
        const span = { start, end: Math.min(text.length, start + 1 + length) }
        const moved = movedEnd(reading(text), span, end, 'word', direction)
        expect(moved.start).toBeLessThan(moved.end)
        expect(moved[end === 'start' ? 'end' : 'start']).toBe(span[end === 'start' ? 'end' : 'start'])
      },
    ),
  )
})

function reading(text: string): ReadText {
  return {
    text,
    paragraphs: paragraphsOf({ text, zones: [], structure: { blocks: [], links: [], marks: [] } }),
  }
}

function quote({ start, end }: { start: number; end: number }): string {
  return text.slice(start, end)
}
