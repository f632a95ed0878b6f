import type { Span } from '#contract/sources.ts'
import { type Direction, nextCaret, type ReadText, unitAround } from './caret-moves.ts'

/** Moving one end of a passage. A passage never loses its last word, and its ends never change places. */
export type End = 'start' | 'end'

export function movedEnd(
  read: ReadText,
  span: Span,
  end: End,
  unit: 'word' | 'character',
  direction: Direction,
): Span {
  let at = span[end]
  for (;;) {
    const next = nextCaret(read, at, unit, direction)
    if (next === at) return span
    at = next
    if (unit === 'character' || isBorder(read, at, end)) return withEnd(span, end, at)
  }
}

/** The passage with one end at the border of the word that lies at an offset. */
export function endAtWord(read: ReadText, span: Span, end: End, offset: number): Span {
  return withEnd(span, end, unitAround(read, offset, 'word')?.[end] ?? offset)
}

function withEnd(span: Span, end: End, at: number): Span {
  const moved = { ...span, [end]: at }
  return moved.start < moved.end ? moved : span
}

/** A start is where a word starts, an end where one ends; the ends of a text are both. */
function isBorder(read: ReadText, at: number, end: End): boolean {
  if (at === read.paragraphs[0]?.start || at === read.paragraphs.at(-1)?.end) return true
  return unitAround(read, at, 'word')?.[end] === at
}
