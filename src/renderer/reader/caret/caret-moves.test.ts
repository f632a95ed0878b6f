import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../text/paragraphs.ts'
import {
  type CaretUnit,
  type Direction,
  extendedCaret,
  nextCaret,
  type ReadText,
  unitAround,
} from './caret-moves.ts'

test('goes to the start of the next word, over the end of a paragraph, and to the end of the text', () => {
  const read = reading('Tom Barrack\n\nsaid no.')
  expect(walk(read, 0, 'word')).toEqual([0, 4, 13, 18, 21])
})

test('takes word by word, and none of the white space between', () => {
  const read = reading('Envoy Casimir Dray, said\n\nno.')
  expect(takes(read, 6, 'word', ['forward', 'forward', 'forward', 'forward'])).toEqual([
    'Casimir',
    'Casimir Dray',
    'Casimir Dray, said',
    'Casimir Dray, said\n\nno',
  ])
  expect(takes(read, 18, 'word', ['backward', 'backward'])).toEqual(['Dray', 'Casimir Dray'])
})

test('gives back what it took, and goes on to the other side only from where it began', () => {
  const read = reading('Envoy Casimir Dray')
  const steps = ['forward', 'forward', 'backward', 'backward', 'backward', 'forward', 'forward'] as const
  expect(takes(read, 6, 'word', steps)).toEqual([
    'Casimir',
    'Casimir Dray',
    'Casimir',
    '',
    'Envoy ',
    '',
    'Casimir',
  ])
})

test('takes sentence by sentence, and paragraph by paragraph', () => {
  const read = reading('He left. She stayed.\n***\nWhy?')
  expect(takes(read, 0, 'sentence', ['forward', 'forward', 'forward', 'forward'])).toEqual([
    'He left.',
    'He left. She stayed.',
    'He left. She stayed.\n***',
    'He left. She stayed.\n***\nWhy?',
  ])
  expect(takes(read, 0, 'paragraph', ['forward', 'forward'])).toEqual([
    'He left. She stayed.',
    'He left. She stayed.\n***',
  ])
})

test('goes from sentence to sentence and does not stop at an abbreviation', () => {
  const read = reading('The U.S. envoy left. He said no. Why?')
  expect(walk(read, 0, 'sentence')).toEqual([0, 21, 33, 37])
})

test('never stops inside a character', () => {
  const read = reading('e\u0301👨‍👩‍👧!')
  expect(walk(read, 0, 'character')).toEqual([0, 2, 10, 11])
})

test('finds the word, sentence and paragraph round a place', () => {
  const read = reading('One two. Three four.\nFive')
  expect(quote(read, 10, 'word')).toBe('Three')
  expect(quote(read, 10, 'sentence')).toBe('Three four.')
  expect(quote(read, 10, 'paragraph')).toBe('One two. Three four.')
  expect(quote(read, 3, 'word')).toBe('One')
})

test('whatever the text, going forward reaches its end and going back reaches its beginning', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom<CaretUnit>('character', 'word', 'sentence', 'paragraph', 'text'),
      (text, unit) => {
        const read = reading(text)
        const first = read.paragraphs[0]?.start ?? 0
        const last = read.paragraphs.at(-1)?.end ?? 0
        const forward = walk(read, first, unit)
        expect(forward.at(-1)).toBe(last)
        let at = last
        for (let step = 0; step <= text.length && at !== first; step++)
          at = nextCaret(read, at, unit, 'backward')
        expect(at).toBe(first)
      },
    ),
  )
})

const anyText = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '')

function reading(text: string): ReadText {
  return {
    text,
    paragraphs: paragraphsOf({ text, zones: [], structure: { blocks: [], links: [], marks: [] } }),
  }
}

function walk(read: ReadText, from: number, unit: CaretUnit): number[] {
  const stops = [from]
  for (;;) {
    const at = stops.at(-1) ?? from
    const next = nextCaret(read, at, unit, 'forward')
    if (next === at) return stops
    stops.push(next)
  }
}

/** What is selected after each step from a place. */
function takes(read: ReadText, anchor: number, unit: CaretUnit, directions: readonly Direction[]): string[] {
  let focus = anchor
  return directions.map((direction) => {
    focus = extendedCaret(read, anchor, focus, unit, direction)
    return read.text.slice(Math.min(anchor, focus), Math.max(anchor, focus))
  })
}

function quote(read: ReadText, at: number, unit: 'word' | 'sentence' | 'paragraph'): string | null {
  const span = unitAround(read, at, unit)
  return span === null ? null : read.text.slice(span.start, span.end)
}
