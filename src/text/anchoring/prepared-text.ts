import { clampToCharacters } from '../graphemes.ts'
import type { Span } from '../offsets.ts'
import { plainTypography } from '../quotes.ts'
import { RunIndex } from './run-index.ts'

/** A text made ready once for finding many passages on it. */
export type PreparedText = {
  text: string
  /** The text in plain typography, on which passages are compared. */
  plain: string
  origin: Int32Array
  /** Where words stand on the plain form. */
  runs: RunIndex
}

export function prepareText(text: string): PreparedText {
  const { text: plain, origin } = plainTypography(text)
  return { text, plain, origin, runs: new RunIndex(plain) }
}

/** Where an offset on the text stands on its plain form. */
export function plainOffset(prepared: PreparedText, offset: number): number {
  let low = 0
  let high = prepared.plain.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((prepared.origin[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The span on the text itself that a span on its plain form means, in whole characters. */
export function originalSpan(prepared: PreparedText, span: Span): Span {
  return clampToCharacters(prepared.text, {
    start: prepared.origin[span.start] ?? prepared.text.length,
    end: prepared.origin[span.end] ?? prepared.text.length,
  })
}
