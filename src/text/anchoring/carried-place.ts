import type { Span } from '../offsets.ts'
import { ONCE } from './aligned-texts.ts'
import { errorsBetween } from './approximate-search.ts'
import { isContested, standsBeside, wasCopied } from './carried-copies.ts'
import { type Carrying, type Side, sideBeyond } from './carried-sides.ts'
import { sentenceRound } from './copied-sentence.ts'
import { caseless, mapBetween } from './mapped-texts.ts'
import type { PreparedText } from './prepared-text.ts'
import type { Mark } from './quote-evidence.ts'
import { bestEnd, bestStart, type Place } from './quote-places.ts'

/**
 * Where a mark stands by the evidence of the two whole texts: its characters go where the map of the texts takes them. A place counts when
 * enough of the words went there together, and when what stands round it tells it from a copy.
 * `doubt` is a sentence for the analyst, or null where there is none.
 */
export type Carried = { place: Place; doubt: string | null } | { place: null; doubt: string }

/** `mark` is on the plain form of `madeOn`. */
export function carriedPlace(mark: Mark, madeOn: PreparedText, on: PreparedText): Carried {
  const texts: Carrying = { map: mapBetween(madeOn, on), madeOn, on }
  const piece = largestPiece(mark, texts)
  if (!piece) return { place: null, doubt: 'These words are no longer in the text.' }
  const place = endsOf(mark, texts, piece)
  if (!place) return { place: null, doubt: 'The words are not there as they were.' }
  return { place, doubt: misfit(mark, texts, piece, place) ?? confusion(mark, texts, piece, place) }
}

/** Characters of the mark that kept their order and stay close together: the first, the last, and how many. */
type Piece = { first: number; last: number; kept: number }

/** What was put in between two of them tears a mark apart when it is longer than this. */
const TORN = 60

function largestPiece(mark: Span, { map }: Carrying): Piece | null {
  let best: Piece | null = null
  let piece: Piece | null = null
  for (let at = mark.start; at < mark.end; at += 1) {
    const place = map.now[at] ?? -1
    if (place < 0) continue
    const step: number = piece ? place - (map.now[piece.last] ?? 0) : 0
    if (piece && step > 0 && step <= TORN + 2 * (at - piece.last)) {
      piece.last = at
      piece.kept += 1
    } else piece = { first: at, last: at, kept: 1 }
    if (!best || piece.kept > best.kept) best = piece
  }
  return best
}

/** The place from its first character to its last; what stood there and was exchanged belongs to it. */
function endsOf(mark: Mark, texts: Carrying, piece: Piece): Place | null {
  const now = texts.on.plain
  const most = Math.floor(mark.quote.length * 0.5)
  let start = startOf(mark, texts, piece, most)
  let end = endOf(mark, texts, piece, start, most)
  while (start < end && now[start] === ' ') start += 1
  while (start < end && now[end - 1] === ' ') end -= 1
  const words = caseless(now.slice(start, end))
  const errors = words === '' ? null : errorsBetween(caseless(mark.quote), words, most + MOST_PUT_IN)
  return errors === null ? null : { start, end, errors }
}

function startOf(mark: Mark, { map, on }: Carrying, { first, last }: Piece, most: number): number {
  const start = map.now[first] ?? 0
  const lost = first - mark.start
  if (lost === 0) return start
  // Something that came in right before them may have made one word of it all.
  if (on.plain.endsWith(mark.text.slice(mark.start, first), start)) return start - lost
  const before = map.now[mark.start - 1] ?? -1
  if (before >= 0 && before < start && start - before - 1 <= 2 * lost + SLACK) return before + 1
  const wider = bestStart(on.plain, (map.now[last] ?? 0) + 1, mark, most)
  return isLike(mark.text.slice(mark.start, first), on.plain.slice(wider, start)) ? wider : start
}

function endOf(mark: Mark, { map, on }: Carrying, { last }: Piece, start: number, most: number): number {
  const end = (map.now[last] ?? 0) + 1
  const lost = mark.end - 1 - last
  if (lost === 0) return end
  if (on.plain.startsWith(mark.text.slice(last + 1, mark.end), end)) return end + lost
  const after = map.now[mark.end] ?? -1
  if (after >= end && after - end <= 2 * lost + SLACK) return after
  const wider = bestEnd(on.plain, start, mark, most)
  return isLike(mark.text.slice(last + 1, mark.end), on.plain.slice(end, wider)) ? wider : end
}

/** Words exchanged at an end may be so many characters longer than twice those that stood there. */
const SLACK = 8

function isLike(was: string, is: string): boolean {
  return errorsBetween(caseless(was), caseless(is), Math.ceil(was.length * 0.4)) !== null
}

/** Words too different, for what is left of those beside them. */
function misfit(mark: Mark, texts: Carrying, piece: Piece, place: Place): string | null {
  const beside = sharesBeside(mark, sentenceRound(mark, texts.madeOn), texts, place)
  if (beside.length > 0 && Math.max(...beside) < HALF) return 'Nothing beside the words agrees.'
  const { length } = mark.quote
  if (place.end - place.start - length > Math.max(MOST_PUT_IN, length * 0.2))
    return 'Too much was put in among the words.'
  const worse = Math.min(1, ...beside)
  const isWhole = piece.kept === length && worse >= AGREES
  const score = isWhole ? 1 : 1 - place.errors / Math.max(length, place.end - place.start)
  return score < leastScore(length, worse)
    ? `The nearest words agree only to ${Math.floor(score * 100)} %.`
    : null
}

/** How much of the sentence beside the mark stands beside the place, on the sides where the sentence goes on. */
function sharesBeside(mark: Span, sentence: Span, texts: Carrying, place: Span): number[] {
  return [
    shareBeside(mark.start, sentence.start, texts, place.start, -1),
    shareBeside(mark.end, sentence.end, texts, place.end, 1),
  ].filter((share) => share !== null)
}

const HALF = 0.5
const AGREES = 0.8
/** A word put into two or three others leaves them the marked ones. */
const MOST_PUT_IN = 16
const LONG = 40

function leastScore(length: number, worse: number): number {
  if (worse >= AGREES) return 0.7
  if (worse >= HALF) return 0.75
  return length >= LONG ? 0.8 : 0.9
}

const BESIDE = 32

/** The share of the nearest characters in the sentence that stand beside the place too; null where the sentence ends with the mark. */
function shareBeside(
  at: number,
  border: number,
  { map }: Carrying,
  place: number,
  step: 1 | -1,
): number | null {
  const room = Math.min(BESIDE, Math.abs(border - at))
  if (room < 4) return null
  let count = 0
  for (let distance = 0; distance < room; distance += 1) {
    const there = map.now[step === 1 ? at + distance : at - 1 - distance] ?? -1
    const apart = step === 1 ? there - place : place - 1 - there
    if (there >= 0 && apart >= 0 && apart < 2 * BESIDE) count += 1
  }
  return count / room
}

const SEVERAL = 'The words stand there several times, and nothing tells which are the ones marked.'

/** Whether the place may be a copy of what was marked, or what was marked a copy of it. */
function confusion(mark: Mark, texts: Carrying, piece: Piece, place: Place): string | null {
  const sentence = sentenceRound(mark, texts.madeOn)
  const sides = {
    before: sideBeyond(texts, piece.first, sentence, -1),
    after: sideBeyond(texts, piece.last, sentence, 1),
  }
  const going = [sides.before, sides.after].filter(({ kind }) => kind === 'on').length
  if (keptNear(mark, sentence, texts, piece) < (going === 2 ? HALF : AGREES))
    return 'So few words, and what stood beside them is gone.'
  if (
    going < 2 &&
    mark.quote.length < LONG &&
    Math.min(1, ...sharesBeside(mark, sentence, texts, place)) < HALF
  )
    return 'So few words, and what stood beside them is gone.'
  if (going > 0 && isSure(sides.before) && isSure(sides.after)) return null
  if (going < 2 && (isContested(mark, place, texts) || wasCopied(mark, sentence, texts))) return SEVERAL
  if (!isSure(sides.before) && standsBeside(mark, place, texts, -1)) return DOUBLED
  if (!isSure(sides.after) && standsBeside(mark, place, texts, 1)) return DOUBLED
  return going > 0 ? null : elsewhere(texts, sentence, sides)
}

const DOUBLED = 'The sentence stands there twice, and nothing tells which of the two was marked.'

/** Between the place and what goes on there is no room for a copy. */
function isSure({ kind, isClose }: Side): boolean {
  return isClose && (kind === 'on' || kind === 'end')
}

/** What nothing beyond the sentence goes on with: it was moved as a whole, or it is a copy. */
function elsewhere(
  texts: Carrying,
  sentence: Span,
  { before, after }: { before: Side; after: Side },
): string | null {
  if (!standsAlone(texts, sentence))
    return 'The words stand there several times, and not all round this place agrees.'
  if (isSure(before) || isSure(after)) return null
  if (before.kind !== 'other' && after.kind !== 'other') return null
  return 'The sentence stands elsewhere now, and nothing round it agrees.'
}

/** Whether there is no copy of the sentence. Only of a short one the texts are asked: the pieces of a long one were compared already. */
function standsAlone({ map, madeOn, on }: Carrying, { start, end }: Span): boolean {
  const pieces = map.once
    .subarray(start + 1, Math.max(start + 1, end - ONCE))
    .reduce((sum, one) => sum + one, 0)
  if (pieces > ONCE) return true
  const words = madeOn.plain.slice(start, end).trim()
  return madeOn.runs.countOf(words, 2) <= 1 && on.runs.countOf(words, 2) <= 1
}

/** So far from the mark its sentence is looked at, and so far what stood there may have been pushed. */
const NEAR = 60
const PUSHED = 40

/** The share of the sentence near the mark that went where the mark went. */
function keptNear(mark: Span, sentence: Span, { map }: Carrying, { first, last }: Piece): number {
  const from = Math.max(sentence.start, mark.start - NEAR)
  const to = Math.min(sentence.end, mark.end + NEAR)
  let kept = 0
  for (let at = from; at < to; at += 1) {
    const place = map.now[at] ?? -1
    if (place < 0) continue
    const nearest = Math.max(first, Math.min(last, at))
    const [was, is] = [at - nearest, place - (map.now[nearest] ?? 0)]
    if (was === 0 || (was * is > 0 && Math.abs(was - is) <= PUSHED)) kept += 1
  }
  return kept / (to - from)
}
