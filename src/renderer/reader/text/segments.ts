import type { Span } from '#contract/source.ts'

/** A stretch of the text that is shown as marked. One highlight with gaps gives several, with the same id. */
export interface Mark extends Span {
  readonly id: string
  /** Class names: what the mark looks like. */
  readonly look: string
  /** What it is, in a few words: shown when the pointer rests on it. */
  readonly label: string
}

/** A piece of a paragraph with the marks that cover all of it, the widest first. */
export interface Segment extends Span {
  readonly marks: readonly Mark[]
}

/** Marks in the order in which they nest: by their start, the longer one outside. */
export function inNestingOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
}

/**
 * Cuts a paragraph where marks begin and end, so that every piece is covered wholly by each of its marks,
 * however they overlap. `marks` are in nesting order.
 */
export function segmentsOf(paragraph: Span, marks: readonly Mark[]): Segment[] {
  const here = marks.filter(
    (mark) => mark.start < paragraph.end && mark.end > paragraph.start && mark.start < mark.end,
  )
  const cuts = new Set([paragraph.start, paragraph.end])
  for (const mark of here) {
    cuts.add(Math.max(mark.start, paragraph.start))
    cuts.add(Math.min(mark.end, paragraph.end))
  }
  const borders = [...cuts].sort((a, b) => a - b)
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? paragraph.start
    return { start, end, marks: here.filter((mark) => mark.start <= start && mark.end >= end) }
  })
}
