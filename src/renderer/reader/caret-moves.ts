import type { Span } from '#contract/sources.ts'
import { sentences } from '#text/sentences.ts'
import { paragraphIndexAt } from './paragraphs.ts'

/**
 * Where a caret goes next in a text that is not edited. Between the end of a paragraph and the beginning of the
 * next there is one step, whatever white space lies there. Offsets are UTF-16 code units on the source's text.
 */
export type CaretUnit = 'character' | 'word' | 'sentence' | 'paragraph' | 'text'
export type Direction = 'forward' | 'backward'

export interface ReadText {
  readonly text: string
  readonly paragraphs: readonly Span[]
}

/** The next place for the caret; the same place at an end of the text. */
export function nextCaret(read: ReadText, from: number, unit: CaretUnit, direction: Direction): number {
  const stops = stopsAround(read, from, unit)
  const next =
    direction === 'forward' ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from)
  return next ?? from
}

/** The word, sentence or paragraph round a place; null where there is none (between two sentences). */
export function unitAround(read: ReadText, at: number, unit: 'word' | 'sentence' | 'paragraph'): Span | null {
  const paragraph = read.paragraphs[paragraphIndexAt(read.paragraphs, at)]
  if (paragraph === undefined || at > paragraph.end) return null
  if (unit === 'paragraph') return { start: paragraph.start, end: paragraph.end }
  const pieces = unit === 'word' ? wordsIn(read.text, paragraph) : sentencesIn(read.text, paragraph)
  return (
    pieces.find(({ start, end }) => start <= at && at < end) ??
    pieces.findLast(({ end }) => end === at) ??
    null
  )
}

/** Places to stop at in this paragraph and, for steps over its ends, in its neighbours. */
function stopsAround(read: ReadText, from: number, unit: CaretUnit): number[] {
  const { paragraphs } = read
  if (unit === 'text') return [paragraphs[0]?.start ?? 0, paragraphs.at(-1)?.end ?? 0]
  const index = paragraphIndexAt(paragraphs, from)
  return [index - 1, index, index + 1].flatMap((near) => {
    const paragraph = paragraphs[near]
    return paragraph === undefined ? [] : stopsIn(read.text, paragraph, unit, near === paragraphs.length - 1)
  })
}

function stopsIn(text: string, paragraph: Span, unit: CaretUnit, isLast: boolean): number[] {
  const { start, end } = paragraph
  switch (unit) {
    case 'character':
      return [...charactersIn(text, paragraph), end]
    case 'word':
      return [...new Set([start, ...wordsIn(text, paragraph).flatMap((word) => [word.start, word.end]), end])]
    case 'sentence':
      return [...new Set([start, ...sentencesIn(text, paragraph).map((sentence) => sentence.start), end])]
    case 'paragraph':
    case 'text':
      return isLast ? [start, end] : [start]
  }
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const wordSegments = new Intl.Segmenter('und', { granularity: 'word' })

function charactersIn(text: string, { start, end }: Span): number[] {
  return Array.from(characters.segment(text.slice(start, end)), ({ index }) => start + index)
}

function wordsIn(text: string, { start, end }: Span): Span[] {
  return Array.from(wordSegments.segment(text.slice(start, end)))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }))
}

function sentencesIn(text: string, { start, end }: Span): Span[] {
  return sentences(text.slice(start, end)).map((piece) => ({
    start: start + piece.start,
    end: start + piece.end,
  }))
}
