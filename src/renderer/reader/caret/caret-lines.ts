import { isRightToLeft } from '../text/direction.ts'
import type { TextView } from '../text/text-view.ts'
import { type Direction, nextCaret } from './caret-moves.ts'

/** Steps that depend on how the text is broken into lines, and so on the screen. */

interface LineStep {
  readonly offset: number
  /** How far from the left the first of these steps began, in CSS pixels: short lines on the way do not pull it in. */
  readonly goal: number
}

/** One line up or down; where there is no line, the next paragraph. */
export function nextLine(view: TextView, from: number, direction: Direction, goal: number | null): LineStep {
  const caret = view.rangeOf({ start: from, end: from })?.getBoundingClientRect()
  if (caret === undefined) return { offset: from, goal: goal ?? 0 }
  const x = goal ?? caret.left
  const sign = direction === 'forward' ? 1 : -1
  const middle = (caret.top + caret.bottom) / 2
  // Between two paragraphs there is a gap of about a line: look a little further before giving up.
  for (const lines of [1, 1.6, 2.4]) {
    const offset = view.offsetAtPlace(x, middle + sign * caret.height * lines)
    if (offset !== null && (offset - from) * sign > 0) return { offset, goal: x }
  }
  return { offset: nextCaret(view, from, 'paragraph', direction), goal: x }
}

/** The end of the line that an offset is on: the right one going forward, the left one going back. */
export function lineEdge(view: TextView, from: number, direction: Direction): number {
  const caret = view.rangeOf({ start: from, end: from })?.getBoundingClientRect()
  const element = view.elementAt(from)
  if (caret === undefined || element === undefined) return from
  const box = element.getBoundingClientRect()
  const toRight = (direction === 'forward') !== isRightToLeft(view, from)
  const offset = view.offsetAtPlace(toRight ? box.right - 1 : box.left + 1, (caret.top + caret.bottom) / 2)
  return offset ?? from
}
