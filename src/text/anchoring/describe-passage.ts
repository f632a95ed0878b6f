import { characterEnd, characterStart, clampToCharacters } from '../graphemes.ts'
import type { Span } from '../offsets.ts'
import { RunIndex } from './run-index.ts'

/** A stretch of a text that can be found again on another copy of it (`match-quote.ts`). */
export type Passage = Span & {
  quote: string
  /** What stands before and after the quote; shorter only where the text begins or ends. */
  prefix: string
  suffix: string
}

/** Context kept on both sides, in code units: more than 32 characters of any script. */
export const CONTEXT = 64

/**
 * The passage at a span, widened to whole characters. Where the same words stand elsewhere in the text (a repeated caption), the
 * context reaches beyond what the copies share, up to 2,000 code units on each side. Who describes many passages of one text hands in
 * its `runs`, so that the text is not read from end to end for each.
 */
export function describePassage(
  text: string,
  span: Span,
  runs: RunIndex = new RunIndex(text, { once: true }),
): Passage {
  const { start, end } = clampToCharacters(text, span)
  const shared = sharedContext(runs, start, end)
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(characterStart(text, start - contextLength(shared.before)), start),
    suffix: text.slice(end, characterEnd(text, end + contextLength(shared.after))),
  }
}

const LONGEST = 2000
// How far the context reaches beyond what copies share.
const SURPLUS = 48

function contextLength(shared: number): number {
  return Math.min(LONGEST, Math.max(CONTEXT, shared + SURPLUS))
}

// Comparisons spent on copies: a one-letter mark in a long text has too many to look at them all.
const BUDGET = 200_000

/** The longest stretches before and after that a copy of the quote shares. */
function sharedContext(runs: RunIndex, start: number, end: number): { before: number; after: number } {
  const { text } = runs
  const quote = text.slice(start, end)
  const longest = { before: 0, after: 0 }
  if (quote === '') return longest
  let spent = 0
  for (const at of runs.placesOf(quote)) {
    if (spent >= BUDGET) break
    if (at === start) continue
    const before = sharedLength(text, start - 1, at - 1, -1)
    const after = sharedLength(text, end, at + quote.length, 1)
    longest.before = Math.max(longest.before, before)
    longest.after = Math.max(longest.after, after)
    spent += before + after + 1
  }
  return longest
}

/** How many characters are alike, read from two places in one direction. */
function sharedLength(text: string, at: number, other: number, step: 1 | -1): number {
  let length = 0
  // Beyond an end there is no code unit, and NaN is like nothing.
  while (length < LONGEST && text.charCodeAt(at + length * step) === text.charCodeAt(other + length * step))
    length += 1
  return length
}
