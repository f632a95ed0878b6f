import type { Span } from '#contract/source.ts'
import { type Border, type Direction, nextBorder, type ReadText, unitAround } from './caret-moves.ts'

/** Moving one end of a passage. A passage never loses its last word, and its ends never change places. */
export type End = Border

/** By words, a start is where a word starts, and an end where one ends; the ends of a text are both. */
export function movedEnd(
  read: ReadText,
  span: Span,
  end: End,
  unit: 'word' | 'character',
  direction: Direction,
): Span {
  return withEnd(span, end, nextBorder(read, span[end], unit, end, direction))
}

/** The passage with one end at the border of the word that lies at an offset. */
export function endAtWord(read: ReadText, span: Span, end: End, offset: number): Span {
  return withEnd(span, end, unitAround(read, offset, 'word')?.[end] ?? offset)
}

function withEnd(span: Span, end: End, at: number): Span {
  const moved = { ...span, [end]: at }
  return moved.start < moved.end ? moved : span
}
