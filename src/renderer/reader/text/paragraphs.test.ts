import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceText, TextBlock, Zone } from '#contract/source.ts'
import { longestPiece, paragraphIndexAt, paragraphsOf } from './paragraphs.ts'
import { runsOf, sectionsOf } from './sections.ts'

test('every line of a text without markup is a paragraph', () => {
  const text = 'Talks begin\n\n  Damascus denied it. \nA second line'
  expect(paragraphsOf(sourceText(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Talks begin',
    'Damascus denied it.',
    'A second line',
  ])
})

test('words that the markup left out of its blocks are shown all the same', () => {
  const text = 'Menu\nTalks begin\nShare this'
  const blocks: TextBlock[] = [{ start: 5, end: 16, kind: 'heading', level: 1 }]
  expect(paragraphsOf(sourceText(text, { blocks })).map(({ start, kind }) => [start, kind])).toEqual([
    [0, 'paragraph'],
    [5, 'heading'],
    [17, 'paragraph'],
  ])
})

test('a paragraph lies in the zone that covers most of it, and in the narrower of two that cover it all', () => {
  const text = 'By A. Writer 30/06/2025\nBody\nA caption'
  const zones: Zone[] = [
    { start: 0, end: 12, kind: 'byline' },
    { start: 13, end: 23, kind: 'dateline' },
    { start: 24, end: text.length, kind: 'body' },
    { start: 29, end: text.length, kind: 'caption' },
  ]
  expect(paragraphsOf(sourceText(text, { zones })).map(({ zone }) => zone)).toEqual([
    'byline',
    'body',
    'caption',
  ])
})

test('a page mark between two paragraphs belongs to the next', () => {
  const text = 'One\n\nTwo'
  const marks = [{ kind: 'page' as const, at: 4, label: '2' }]
  expect(paragraphsOf(sourceText(text, { marks })).map(({ labels }) => labels)).toEqual([[], ['Page 2']])
})

test('a text without line breaks is laid out in pieces that lose nothing', () => {
  const text = 'word '.repeat(5_000).trim()
  const paragraphs = paragraphsOf(sourceText(text))
  expect(paragraphs.length).toBeGreaterThan(2)
  expect(paragraphs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  expect(Math.max(...paragraphs.map(({ start, end }) => end - start))).toBeLessThanOrEqual(longestPiece + 1)
})

test('whatever the blocks, all words are shown once and in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), anyBlocks, (text, blocks) => {
      const paragraphs = paragraphsOf(
        sourceText(text, { blocks: blocks.filter(({ end }) => end <= text.length) }),
      )
      const shown = paragraphs.map(({ start, end }) => text.slice(start, end)).join('')
      expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      paragraphs.forEach(({ start, end }, index) => {
        expect(start).toBeLessThan(end)
        expect(paragraphIndexAt(paragraphs, start)).toBe(index)
        expect(paragraphIndexAt(paragraphs, end - 1)).toBe(index)
      })
    }),
  )
})

test('sections and their runs hold every paragraph once', () => {
  const text = Array.from({ length: 213 }, (_, index) => `Paragraph ${index}`).join('\n')
  const zones: Zone[] = [{ start: 900, end: 1_300, kind: 'boilerplate' }]
  const paragraphs = paragraphsOf(sourceText(text, { zones }))
  const runs = sectionsOf(paragraphs).flatMap((section) => runsOf(section, paragraphs))
  expect(
    runs.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, step) => first + step)),
  ).toEqual(paragraphs.map((_, index) => index))
  expect(runs.some(({ folded }) => folded)).toBe(true)
})

const anyBlocks = fc
  .array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 80 })), { maxLength: 6 })
  .map((pairs): TextBlock[] =>
    pairs.map(([start, length]) => ({ start, end: start + length, kind: 'quote' })),
  )

function sourceText(
  text: string,
  { blocks = [], zones = [], marks = [] }: Partial<SourceText['structure']> & { zones?: Zone[] } = {},
): Parameters<typeof paragraphsOf>[0] {
  return { text, zones, structure: { blocks, links: [], marks } }
}
