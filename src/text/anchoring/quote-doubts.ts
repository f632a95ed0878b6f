import type { Span } from '../offsets.ts'
import { AGREES, type Evidence, LONG_REACH, type Mark, scoreOf, weigh } from './quote-evidence.ts'

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
  if (score < leastScore(mark, better, worse))
    return `The nearest words agree only to ${Math.floor(score * 100)} %.`
  const touching = Math.max(place.before.direct, place.after.direct)
  if (mark.quote.length + touching < SHORT) return 'So few words, and too little beside them agrees.'
  return null
}

/** Where both sides agree well, what stands between them is the passage even when much of it was changed. */
function leastScore({ quote }: Mark, better: number, worse: number): number {
  // Of so few words hardly anything is left where a letter or two are others.
  if (quote.length < FEW) return 0.87
  if (worse >= AGREES_WELL) return 0.66
  if (worse >= AGREES) return 0.75
  return better >= AGREES_WELL ? 0.8 : 0.9
}

const FEW = 16

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
