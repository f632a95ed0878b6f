import type { Span } from './offsets.ts'
import { paragraphAt } from './paragraphs.ts'
import { originalSpan, type PreparedText, plainOffset } from './prepared-text.ts'
import { AGREES, type Evidence, LONG_REACH, type Mark, REACH, scoreOf, weigh } from './quote-evidence.ts'
import { exactPlaces, type Place } from './quote-places.ts'
import { sentences } from './sentences.ts'
import { outward } from './surroundings.ts'

/**
 * What speaks against a place that fits best. Each rule answers with a sentence for the analyst, or null where it has nothing to say.
 * They are stricter than a reader might be: a wrong place costs more than an orphan.
 */

/** The share of the 32 nearest characters from which on a side agrees well. */
const AGREES_WELL = 0.85
/** A few words stand in many places: with what agrees directly beside them they must be at least so many characters. */
const SHORT = 20

/** Words too different, or surroundings too different. */
export function misfit(mark: Mark, place: Evidence): string | null {
  const score = scoreOf(mark, place)
  if (mark.prefix === '' && mark.suffix === '')
    return place.errors === 0
      ? null
      : 'The words are not there as they were, and their surroundings are not known.'
  const better = Math.max(place.before.near, place.after.near)
  const worse = Math.min(place.before.near, place.after.near)
  if (better < AGREES) return 'The words stand in the text, but nothing round them agrees.'
  if (score < leastScore(better, worse))
    return `The nearest words agree only to ${Math.floor(score * 100)} %.`
  const touching = Math.max(place.before.direct, place.after.direct)
  if (mark.quote.length + touching < SHORT) return 'So few words, and too little beside them agrees.'
  return null
}

/** Where both sides agree well, what stands between them is the passage even when much of it was changed. */
function leastScore(better: number, worse: number): number {
  if (worse >= AGREES_WELL) return 0.66
  if (worse >= AGREES) return 0.75
  return better >= AGREES_WELL ? 0.8 : 0.9
}

/** By so many characters one place must fit better than another. */
const MARGIN = 24

/**
 * Another place fits almost as well, or fits better on one side. Of places that fit alike in all that is known, the one at the very
 * position of the passage is the one.
 */
export function rival(
  mark: Mark,
  now: string,
  best: Evidence,
  others: readonly Evidence[],
  atPosition: boolean,
): string | null {
  const near = others.filter((other) => isApart(best, other) && competes(best, other))
  if (near.length === 0 || (atPosition && best.before.whole && best.after.whole)) return null
  const further = weigh(mark, now, best, LONG_REACH)
  const clear = near.every((other) => !competes(further, weigh(mark, now, other, LONG_REACH)))
  return clear ? null : 'Several places fit almost equally well.'
}

function competes(best: Evidence, other: Evidence): boolean {
  if (other.weight > best.weight - MARGIN) return true
  // Two copies side by side: the text before one and the text after the other are those of the mark.
  const before = other.before.near >= AGREES && other.before.far > best.before.far + MARGIN
  const after = other.after.near >= AGREES && other.after.far > best.after.far + MARGIN
  return other.errors <= best.errors && (before || after)
}

function isApart(a: Span, b: Span): boolean {
  return a.end <= b.start || b.end <= a.start
}

/** The words found stood at another place of the earlier text already, and fit that place as well. */
export function twin(mark: Mark, now: string, best: Evidence): string | null {
  const words = now.slice(best.start, best.end)
  const context = { prefix: now.slice(0, best.start), suffix: now.slice(best.end) }
  const twins = exactPlaces(mark.text, { quote: words, ...context }).filter((place) => isApart(place, mark))
  const fitsTwin = (reach: number) => {
    const own = weigh(mark, now, best, reach)
    return twins.some((place) =>
      competes({ ...own, errors: 0 }, weighTwin(mark.text, place, now, best, reach)),
    )
  }
  return fitsTwin(REACH) && fitsTwin(LONG_REACH)
    ? 'The words that fit stood in the earlier text too, beside the ones that were marked.'
    : null
}

function weighTwin(text: string, place: Place, now: string, best: Evidence, reach: number): Evidence {
  const quote = text.slice(place.start, place.end)
  const other = { text, start: place.start, end: place.end, quote, prefix: '', suffix: '' }
  return weigh(other, now, { ...best, errors: 0 }, reach)
}

/**
 * Nothing beyond the sentence agrees: then the sentence was repeated or quoted elsewhere, and the marked one may be gone. A paragraph that
 * moved as a whole is not meant.
 */
export function lifted(mark: Mark, now: PreparedText, best: Evidence, madeOn: PreparedText): string | null {
  const earlier = originalSpan(madeOn, mark)
  const paragraph = paragraphAt(madeOn.text, earlier.start)
  const from = plainOffset(madeOn, sentenceStart(madeOn.text, earlier.start))
  const to = plainOffset(madeOn, sentenceEnd(madeOn.text, earlier.end))
  if (reaches(best.before, mark.start - from) || reaches(best.after, to - mark.end)) return null
  if (goesOn(mark.text, from, now.plain, best.start - (mark.start - from), -1)) return null
  if (goesOn(mark.text, to, now.plain, best.end + (to - mark.end), 1)) return null
  if (earlier.end <= paragraph.end && movedWhole(mark, now, best, madeOn, paragraph)) return null
  return 'The sentence stands elsewhere now, and nothing round it agrees.'
}

// A sentence or two may have been put in or taken out beside it; behind them so much must agree.
const LEAP = 400
const LANDING = 24

/**
 * Whether the texts go on alike behind something that was put in or taken out beside the sentence. What only changed its place does not
 * count: it would as well stand beside a copy.
 */
function goesOn(was: string, at: number, is: string, place: number, step: 1 | -1): boolean {
  const old = outward(was, at, step, LEAP)
  const now = outward(is, place, step, LEAP)
  return leaps(old, now, is, step) || leaps(now, old, was, step)
}

/** Whether `short` goes on where `long` does after a stretch that stands nowhere in `whole`. */
function leaps(long: string, short: string, whole: string, step: 1 | -1): boolean {
  if (short.length < LANDING + 2) return false
  const skipped = long.indexOf(short.slice(2, 2 + LANDING))
  if (skipped < LANDING) return false
  const piece = long.slice(2, 2 + LANDING)
  return !whole.includes(step === 1 ? piece : outward(piece, piece.length, -1, LANDING))
}

function sentenceStart(text: string, at: number): number {
  const paragraph = paragraphAt(text, at)
  const starts = sentences(text.slice(paragraph.start, paragraph.end)).map(
    ({ start }) => paragraph.start + start,
  )
  return starts.findLast((start) => start <= at) ?? paragraph.start
}

function sentenceEnd(text: string, at: number): number {
  const paragraph = paragraphAt(text, at)
  const ends = sentences(text.slice(paragraph.start, paragraph.end)).map(({ end }) => paragraph.start + end)
  return ends.find((end) => end >= at) ?? paragraph.end
}

/** So much beyond the sentence's end must agree; a little within it may differ. */
const BEYOND = 12
const TOLERANCE = 0.85

function reaches({ far }: Evidence['before'], distance: number): boolean {
  return far >= Math.min(distance * TOLERANCE + BEYOND, REACH)
}

function movedWhole(
  mark: Mark,
  now: PreparedText,
  best: Evidence,
  madeOn: PreparedText,
  paragraph: Span,
): boolean {
  const place = paragraphAt(now.text, originalSpan(now, best).start)
  const was = plainEnds(madeOn, paragraph)
  const is = plainEnds(now, place)
  return (
    spans(best.before.far, mark.start - was.start, best.start - is.start) &&
    spans(best.after.far, was.end - mark.end, is.end - best.end)
  )
}

function plainEnds(prepared: PreparedText, span: Span): Span {
  return { start: plainOffset(prepared, span.start), end: plainOffset(prepared, span.end) }
}

/** Whether the agreement goes up to the paragraph's end, which is about as far off as it was. */
function spans(far: number, was: number, is: number): boolean {
  return Math.abs(was - is) <= 8 + was * (1 - TOLERANCE) && far >= Math.min(was, REACH) * TOLERANCE
}
