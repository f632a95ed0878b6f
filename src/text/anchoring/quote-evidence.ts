import { errorsBetween } from './approximate-search.ts'
import type { Passage } from './describe-passage.ts'
import { type PreparedText, plainOffset, prepareText } from './prepared-text.ts'
import type { Place } from './quote-places.ts'
import type { RunIndex } from './run-index.ts'
import { type Agreement, agreement, outward } from './surroundings.ts'

/** What speaks for a place being the one that a passage was made on: its words and what stands round them. */

/** A passage on the plain form of the text it was made on, or of what the passage itself knows of that text. */
export type Mark = {
  text: string
  runs: RunIndex
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
}

export type Evidence = Place & {
  before: Agreement
  after: Agreement
  /** Characters of the quote that were given up at its ends: they went elsewhere. */
  lostHead: number
  lostTail: number
  /** Characters that speak for the place: those of the quote and those round it, less what differs. */
  weight: number
}

/** How far surroundings are compared: at first, and to part places that agree as far as that. */
const REACH = 240
export const LONG_REACH = 4000
// Room for what was put in or taken out on the way.
const SLACK = 200

export function readMark(passage: Passage, madeOn: PreparedText | undefined): Mark {
  const { start, end, prefix, quote, suffix } = passage
  if (madeOn && madeOn.text.slice(start, end) === quote) return cutMark(madeOn, start, end)
  return cutMark(prepareText(prefix + quote + suffix), prefix.length, prefix.length + quote.length)
}

/** White space at the ends of a mark is no part of its words. */
function cutMark(prepared: PreparedText, from: number, to: number): Mark {
  const text = prepared.plain
  let start = plainOffset(prepared, from)
  let end = plainOffset(prepared, to)
  while (start < end && text[start] === ' ') start += 1
  while (start < end && text[end - 1] === ' ') end -= 1
  return {
    text,
    runs: prepared.runs,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - REACH), start),
    suffix: text.slice(end, end + REACH),
  }
}

/** Weighs a place on the plain text `now`. */
export function weigh(
  mark: Pick<Mark, 'text' | 'start' | 'end' | 'quote'>,
  now: string,
  place: Place,
  reach = REACH,
): Evidence {
  const length = reach + SLACK
  const read = (text: string, at: number, step: 1 | -1) => outward(text, at, step, length)
  const before = agreement(read(mark.text, mark.start, -1), read(now, place.start, -1), reach)
  const after = agreement(read(mark.text, mark.end, 1), read(now, place.end, 1), reach)
  const weight = mark.quote.length - 2 * place.errors + before.far + after.far
  return {
    start: place.start,
    end: place.end,
    errors: place.errors,
    lostHead: 0,
    lostTail: 0,
    before,
    after,
    weight,
  }
}

/**
 * The place without an end that is not the mark's: where neither the context agrees nor the first (or last) words of the quote stand, the
 * rest of them went elsewhere, and what stands there now is something else.
 */
export function trimmed(mark: Mark, now: string, place: Evidence): Evidence {
  const words = now.slice(place.start, place.end)
  if (place.before.near < AGREES && !fits(mark.quote.slice(0, END), words.slice(0, END))) {
    const kept = agreement(
      outward(mark.quote, mark.quote.length, -1, Infinity),
      outward(words, words.length, -1, Infinity),
      Infinity,
    )
    const left = words.slice(words.length - kept.readNow).trimStart()
    const own = mark.quote.slice(mark.quote.length - kept.read)
    const lostHead = mark.quote.length - own.trimStart().length
    return { ...place, start: place.end - left.length, errors: lacking(own, left, mark), lostHead }
  }
  if (place.after.near < AGREES && !fits(mark.quote.slice(-END), words.slice(-END))) {
    const kept = agreement(mark.quote, words, Infinity)
    const left = words.slice(0, kept.readNow).trimEnd()
    const own = mark.quote.slice(0, kept.read)
    const lostTail = mark.quote.length - own.trimEnd().length
    return { ...place, end: place.start + left.length, errors: lacking(own, left, mark), lostTail }
  }
  return place
}

/** The share of the 32 nearest characters from which on a side agrees. */
export const AGREES = 0.6
const END = 12

function fits(was: string, is: string): boolean {
  return errorsBetween(was, is, Math.floor(was.length / 6)) !== null
}

/** Errors in what is kept of the quote, and all that is not kept. */
function lacking(kept: string, left: string, { quote }: Mark): number {
  return quote.length - kept.length + (errorsBetween(kept, left, kept.length + left.length) ?? kept.length)
}

/** The share of the words that agrees, 0–1. */
export function scoreOf(mark: Mark, place: Place): number {
  const length = Math.max(mark.quote.length, place.end - place.start)
  return length === 0 ? 0 : Math.max(0, 1 - place.errors / length)
}

/** The same words, with all that is known of their surroundings: no other place can fit better. */
export function isBeyondDoubt({ errors, before, after }: Evidence): boolean {
  return errors === 0 && before.whole && after.whole && before.near + after.near > 1
}
