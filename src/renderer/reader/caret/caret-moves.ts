import type { Span } from '#contract/source.ts'
import { sentences } from '#text/sentences.ts'
import { paragraphIndexAt } from '../text/paragraphs.ts'

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

/** Words, sentences and paragraphs are walked by where they start; what is walked over is taken up to where they end. */
export type Border = 'start' | 'end'

/** The next place for the caret, where a unit starts; the same place at an end of the text. */
export function nextCaret(read: ReadText, from: number, unit: CaretUnit, direction: Direction): number {
  return nextBorder(read, from, unit, 'start', direction)
}

/** Where the next unit starts or ends; the same place at an end of the text. */
export function nextBorder(
  read: ReadText,
  from: number,
  unit: CaretUnit,
  border: Border,
  direction: Direction,
): number {
  const stops = stopsAround(read, from, unit, border)
  const next =
    direction === 'forward' ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from)
  return next ?? from
}

/**
 * Where a selection that began at `anchor` goes on: by whole units, so that it never ends in the white space between two
 * of them. What is taken back is taken back as it was taken, and ends at the anchor before it goes on to the other side.
 */
export function extendedCaret(
  read: ReadText,
  anchor: number,
  focus: number,
  unit: CaretUnit,
  direction: Direction,
): number {
  const isAfter = focus === anchor ? direction === 'forward' : focus > anchor
  const next = nextBorder(read, focus, unit, isAfter ? 'end' : 'start', direction)
  return isAfter ? Math.max(anchor, next) : Math.min(anchor, next)
}

/** The word, sentence or paragraph round a place; null where there is none (between two sentences). */
export function unitAround(read: ReadText, at: number, unit: 'word' | 'sentence' | 'paragraph'): Span | null {
  const paragraph = read.paragraphs[paragraphIndexAt(read.paragraphs, at)]
  if (paragraph === undefined || at > paragraph.end) return null
  const pieces = piecesIn(read.text, paragraph, unit)
  return (
    pieces.find(({ start, end }) => start <= at && at < end) ??
    pieces.findLast(({ end }) => end === at) ??
    null
  )
}

/** Places to stop at in this paragraph and, for steps over its ends, in its neighbours. */
function stopsAround(read: ReadText, from: number, unit: CaretUnit, border: Border): number[] {
  const { paragraphs } = read
  if (unit === 'text') return [paragraphs[0]?.start ?? 0, paragraphs.at(-1)?.end ?? 0]
  const index = paragraphIndexAt(paragraphs, from)
  return [index - 1, index, index + 1].flatMap((near) => {
    const paragraph = paragraphs[near]
    if (paragraph === undefined) return []
    const ends = [...(near === 0 ? [paragraph.start] : []), ...stopsIn(read.text, paragraph, unit, border)]
    return near === paragraphs.length - 1 ? [...ends, paragraph.end] : ends
  })
}

/** In order; never none, so that no paragraph holds the caret up. */
function stopsIn(text: string, paragraph: Span, unit: Exclude<CaretUnit, 'text'>, border: Border): number[] {
  if (unit === 'character') return [...charactersIn(text, paragraph), paragraph.end]
  const borders = piecesIn(text, paragraph, unit).map((piece) => piece[border])
  if (border === 'start') return [paragraph.start, ...borders]
  return borders.length === 0 ? [paragraph.end] : borders
}

function piecesIn(text: string, paragraph: Span, unit: 'word' | 'sentence' | 'paragraph'): readonly Span[] {
  switch (unit) {
    case 'word':
      return wordsIn(text, paragraph)
    case 'sentence':
      return sentencesIn(text, paragraph)
    case 'paragraph':
      return [{ start: paragraph.start, end: paragraph.end }]
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
