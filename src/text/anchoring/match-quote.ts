import type { Span } from '../offsets.ts'
import { carriedPlace } from './carried-place.ts'
import type { Passage } from './describe-passage.ts'
import { originalSpan, type PreparedText, plainOffset } from './prepared-text.ts'
import { misfit, rival } from './quote-doubts.ts'
import {
  type Evidence,
  isBeyondDoubt,
  type Mark,
  readMark,
  scoreOf,
  trimmed,
  weigh,
} from './quote-evidence.ts'
import { approximatePlaces, exactPlaces, type Place } from './quote-places.ts'

/**
 * Finding a passage again on another text. Position is only a hint: the words and what stands round them decide. A doubtful match is
 * an orphan, never a guess.
 */
export type QuoteMatch =
  | (Span & { outcome: 'exact' | 'moved'; score: 1 })
  | (Span & { outcome: 'fuzzy'; score: number; reason: string })
  | { outcome: 'orphan'; score: number; reason: string; nearest: Span | null }

/**
 * Looks for `passage` on a text. `exact`: the same words at the same offsets; `moved`: the same words elsewhere; `fuzzy`: words that
 * differ a little, or in typography only, with the share (0–1) that agrees; `orphan`: none of these for certain, with the nearest place
 * that was thought of. Spans are UTF-16 code units on `on.text`, in whole characters.
 *
 * `madeOn` is the text that the passage was made on, where it is at hand: it tells copies of the same words apart that the passage's
 * own context cannot. Without it the passage's context is all there is to compare.
 */
export function matchQuote(passage: Passage, on: PreparedText, madeOn?: PreparedText): QuoteMatch {
  const mark = readMark(passage, madeOn)
  if (mark.quote === '') return orphan('The passage holds no words.')
  if (madeOn?.text === on.text && on.text.slice(passage.start, passage.end) === passage.quote)
    return { outcome: 'exact', start: passage.start, end: passage.end, score: 1 }
  return madeOn && mark.text === madeOn.plain
    ? carried(passage, mark, madeOn, on)
    : lookedFor(passage, mark, on)
}

/** With both whole texts at hand. */
function carried(passage: Passage, mark: Mark, madeOn: PreparedText, on: PreparedText): QuoteMatch {
  const { place, doubt } = carriedPlace(mark, madeOn, on)
  if (place === null) return orphan(doubt)
  if (doubt === null) return found(passage, mark, on, place)
  return orphan(doubt, scoreOf(mark, place), originalSpan(on, place))
}

/** With nothing but the passage. */
function lookedFor(passage: Passage, mark: Mark, on: PreparedText): QuoteMatch {
  const expected = plainOffset(on, passage.start)
  const distance = (place: Evidence) => Math.abs(place.start - expected)
  const [first, ...others] = placesOf(mark, on).toSorted(
    (a, b) => b.weight - a.weight || distance(a) - distance(b),
  )
  if (!first) return orphan('These words are no longer in the text.')
  const best = trimmed(mark, on.plain, first)
  const doubt = misfit(mark, best) ?? rival(mark, on.plain, best, others, best.start === expected)
  if (doubt === null) return found(passage, mark, on, best)
  return orphan(doubt, scoreOf(mark, best), originalSpan(on, best))
}

function placesOf(mark: Mark, on: PreparedText): Evidence[] {
  const exact = exactPlaces(on.runs, mark).map((place) => weigh(mark, on.plain, place))
  if (exact.some(isBeyondDoubt)) return exact
  return [...exact, ...approximatePlaces(on.runs, mark).map((place) => weigh(mark, on.plain, place))]
}

function orphan(reason: string, score = 0, nearest: Span | null = null): QuoteMatch {
  return { outcome: 'orphan', score, reason, nearest }
}

function found(passage: Passage, mark: Mark, on: PreparedText, place: Place): QuoteMatch {
  const span = originalSpan(on, place)
  const start = span.start - unsearched(passage.quote)
  if (on.text.startsWith(passage.quote, start)) {
    const outcome = start === passage.start ? 'exact' : 'moved'
    return { outcome, start, end: start + passage.quote.length, score: 1 }
  }
  return {
    outcome: 'fuzzy',
    ...span,
    score: scoreOf(mark, place),
    reason: reasonOf(weigh(mark, on.plain, place)),
  }
}

/** White space and invisible characters at the head of a quote are not searched for. */
function unsearched(quote: string): number {
  return /^[\s\p{Cf}\p{M}\u0640]*/u.exec(quote)?.[0].length ?? 0
}

function reasonOf({ errors, before, after }: Evidence): string {
  const sides = [before.near >= 0.6 ? 'before' : '', after.near >= 0.6 ? 'after' : '']
    .filter(Boolean)
    .join(' and ')
  const what =
    errors === 0
      ? 'Only typography differs'
      : `${errors} ${errors === 1 ? 'letter differs' : 'letters differ'}`
  return `${what}; the words ${sides} it agree.`
}
