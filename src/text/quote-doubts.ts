import { type Beyond, beyondSentence, type Shared, sharedRound } from './beyond-sentence.ts'
import type { Span } from './offsets.ts'
import { paragraphs } from './paragraphs.ts'
import { originalSpan, type PreparedText } from './prepared-text.ts'
import { AGREES, type Evidence, LONG_REACH, type Mark, REACH, scoreOf, weigh } from './quote-evidence.ts'
import { exactPlaces, type Place } from './quote-places.ts'
import type { RunIndex } from './run-index.ts'

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

/** The words found stood at another place of the earlier text already, and fit that place as well. */
export function twin(mark: Mark, now: string, best: Evidence): string | null {
  const words = now.slice(best.start, best.end)
  const context = { prefix: now.slice(0, best.start), suffix: now.slice(best.end) }
  const twins = exactPlaces(mark.runs, { quote: words, ...context }).filter((place) => isApart(place, mark))
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
  const other = { text, start: place.start, end: place.end, quote }
  return weigh(other, now, { ...best, errors: 0 }, reach)
}

/**
 * What stands beyond the sentence is not what stood there: then this may be a copy of it, and the marked one gone. Where there are copies,
 * both sides must tell that this is the one.
 */
export function lifted(
  mark: Mark,
  now: PreparedText,
  best: Evidence,
  others: readonly Evidence[],
  madeOn: PreparedText,
): string | null {
  const shared = sharedByCopies(mark, now.plain, best, others)
  const { before, after, torn } = beyondSentence(mark, now, best, madeOn, shared)
  if (torn && mark.quote.length < SHORT) return 'So few words, and what stood beside them is gone.'
  if ((goesOn(before) && holds(after)) || (holds(before) && goesOn(after))) return null
  if (shared || isMultiplied(mark, now.runs, { head: !goesOn(before), tail: !goesOn(after) }))
    return 'The words stand there several times, and not all round this place agrees.'
  if (!keepsEnds(mark, now.plain, best))
    return 'The words were changed at an end, and so was what stood beside it.'
  if ((goesOn(before) || goesOn(after)) && keepsBreaks(mark, now, best, madeOn)) return null
  if (keepsBorder(before) && keepsBorder(after)) return null
  if (before === 'joined' && after === 'joined') return null
  return 'The sentence stands elsewhere now, and nothing round it agrees.'
}

/** Where nothing beside an end agrees, the words themselves must, to the letter, but for a few that the end lost. */
function keepsEnds({ quote }: Mark, now: string, place: Evidence): boolean {
  const words = now.slice(place.start, place.end)
  const kept = quote.slice(place.lostHead, quote.length - place.lostTail)
  if (quote.length - kept.length > quote.length * MOST_LOST) return false
  const keepsHead = place.before.near >= AGREES || kept.startsWith(words.slice(0, END))
  return keepsHead && (place.after.near >= AGREES || kept.endsWith(words.slice(-END)))
}

const MOST_LOST = 0.1
const END = 12

/** The sentence and what stands round it is there as it was: no copy of it can be meant. */
export function staysPut(mark: Mark, now: PreparedText, place: Evidence, madeOn: PreparedText): boolean {
  const { before, after } = beyondSentence(mark, now, place, madeOn)
  return before === 'same' && after === 'same'
}

/** One place alone is at the end of a text; but what is put in at the end of a text stands there too. */
function holds(side: Beyond): boolean {
  return goesOn(side) || side === 'end'
}

function keepsBorder(side: Beyond): boolean {
  return side === 'border' || side === 'end'
}

function goesOn(side: Beyond): boolean {
  return side === 'same' || side === 'edited'
}

/** What the place shares with copies of the mark, now and on the earlier text; undefined where there are none. */
function sharedByCopies(
  mark: Mark,
  now: string,
  best: Evidence,
  others: readonly Evidence[],
): Shared | undefined {
  const isCopy = (other: Evidence) =>
    scoreOf(mark, other) >= ALIKE &&
    (Math.max(other.before.near, other.after.near) >= AGREES ||
      mark.quote.length + other.before.direct + other.after.direct >= TELLING)
  const copies = others.filter((other) => isApart(best, other) && isCopy(other))
  const earlier = exactPlaces(mark.runs, mark)
    .filter((place) => isApart(place, mark))
    .map((place) => weigh(mark, mark.text, place))
    .filter(isCopy)
  if (copies.length + earlier.length === 0) return undefined
  const all = [
    ...copies.slice(0, MOST_COPIES).map((copy) => sharedRound(now, best, copy)),
    ...earlier.slice(0, MOST_COPIES).map((copy) => sharedRound(mark.text, mark, copy)),
  ]
  return {
    before: Math.max(...all.map(({ before }) => before)),
    after: Math.max(...all.map(({ after }) => after)),
  }
}

const MOST_COPIES = 50

/** Whether what stands within or beside an end of the mark stands in the text more often than it did. */
function isMultiplied(
  { text, runs, start, end }: Mark,
  now: RunIndex,
  { head, tail }: { head: boolean; tail: boolean },
): boolean {
  const ends = [...(head ? [start] : []), ...(tail ? [end] : [])]
  const words = ends.flatMap((at) => [
    text.slice(Math.max(0, at - TELLING), at),
    text.slice(at, at + TELLING),
  ])
  return words.some((piece) => piece.length === TELLING && now.countOf(piece) > runs.countOf(piece))
}

const ALIKE = 0.8
// So many characters together are hardly there by chance.
const TELLING = 24

/** Whether as many paragraphs end within the words as did. A copied sentence is often set into another paragraph. */
function keepsBreaks(mark: Mark, now: PreparedText, best: Evidence, madeOn: PreparedText): boolean {
  const breaks = (text: PreparedText, span: Span) => {
    const { start, end } = originalSpan(text, span)
    return paragraphs(text.text.slice(start, end)).length
  }
  return breaks(madeOn, mark) === breaks(now, best)
}
