import { alignmentOf, type Block, blocksAt } from './aligned-texts.ts'
import { errorsBetween } from './approximate-search.ts'
import { sentenceRound } from './beyond-sentence.ts'
import {
  type BeyondChain,
  CHANCE,
  chainRound,
  copiesOf,
  endOf,
  held,
  isClose,
  isSure,
  sideBeyondChain,
  type Texts,
} from './neighbours.ts'
import type { Span } from './offsets.ts'
import type { PreparedText } from './prepared-text.ts'
import type { Mark } from './quote-evidence.ts'
import { approximatePlaces, bestEnd, bestStart, type Place } from './quote-places.ts'

/**
 * Where a mark stands by the evidence of the two whole texts: between the neighbours that it always had. This finds what a passage alone
 * cannot (one letter, the third of five captions), and contradicts what only looks like it.
 */
export type Kept = {
  /** Where its words stand, with errors; null where nothing between the neighbours is like them, or the neighbours went apart. */
  place: Place | null
  /** The neighbours on both sides stand: nothing of the mark is outside of this stretch. Null where that is not certain. */
  enclosed: Span | null
  /** The sentence stands there several times, or once elsewhere, and the neighbours do not tell which one is the mark's. */
  undecided: boolean
}

const UNKNOWN: Kept = { place: null, enclosed: null, undecided: false }

/** `mark` is on the plain form of `madeOn`. */
export function keptPlace(mark: Mark, madeOn: PreparedText, on: PreparedText): Kept {
  const texts = { madeOn, on, ...alignmentOf(madeOn, on) }
  const sentence = sentenceRound(mark, madeOn)
  const copies = copiesOf(texts, sentence)
  const chain = chainRound(mark, texts)
  if (!chain) return { ...UNKNOWN, undecided: copies.several }
  const between = stretchBetween(chain, mark)
  if (isClaimedTwice(texts, chain, mark, between.within)) return { ...UNKNOWN, undecided: copies.several }
  const sides = {
    before: sideBeyondChain(texts, chain, sentence, -1),
    after: sideBeyondChain(texts, chain, sentence, 1),
  }
  const apart = copies.now !== null && !meets(copies.now, between.within)
  if (copies.several || apart) {
    const isKnown = (side: BeyondChain) => isSure(side, copies.asMany)
    const tells =
      isKnown(sides.before) && isKnown(sides.after) && (copies.asMany || chain.every(isCloseTo(chain)))
    if (apart || !tells) return { ...UNKNOWN, undecided: true }
  }
  const enclosed = sides.before !== 'other' && sides.after !== 'other'
  if (!enclosed && !goesOn(chain, sentence, sides)) return UNKNOWN
  const place = placeIn(between, chain, mark, texts)
  return { place, enclosed: enclosed ? between.within : null, undecided: false }
}

function meets(sentence: Span, within: Span): boolean {
  return sentence.start <= within.end && sentence.end >= within.start
}

function isCloseTo(chain: readonly Block[]): (block: Block, at: number) => boolean {
  return (block, at) => at === 0 || isClose(chain[at - 1] ?? block, block)
}

/** Whether one side goes on beyond the sentence without a gap, and the sentence is whole on the other. */
function goesOn(
  chain: readonly Block[],
  sentence: Span,
  { before, after }: { before: BeyondChain; after: BeyondChain },
): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (!first || !last) return false
  return (
    (before === 'touching' && endOf(last) >= sentence.end) ||
    (after === 'touching' && first.old <= sentence.start)
  )
}

/** The stretch of the new text between the neighbours; where the mark begins and ends in it, null where that character was changed. */
type Between = { start: number | null; end: number | null; within: Span }

function stretchBetween(chain: readonly Block[], mark: Span): Between {
  const imageOf = (at: number) => {
    const [block] = chain
      .filter((one) => one.old <= at && endOf(one) > at)
      .toSorted((a, b) => held(b, mark) - held(a, mark))
    return block ? block.now + at - block.old : null
  }
  const [left, right] = [chain[0], chain.at(-1)]
  const start = imageOf(mark.start)
  const last = imageOf(mark.end - 1)
  const end = last === null ? null : last + 1
  return {
    start,
    end,
    within: { start: start ?? (left ? left.now + left.length : 0), end: end ?? right?.now ?? 0 },
  }
}

/** Whether a block outside the chain holds some of what the mark was, or of what it would become. */
function isClaimedTwice({ byOld, byNow }: Texts, chain: readonly Block[], mark: Span, within: Span): boolean {
  const isLike = (block: Block) =>
    chain.some((one) => held(one, { start: block.old, end: endOf(block) }) >= CHANCE)
  const claiming = [
    ...blocksAt(byOld, mark).filter((block) => claims(block, mark, 'old') || isLike(block)),
    ...blocksAt(byNow, within).filter((block) => claims(block, within, 'now')),
  ]
  return claiming.some((block) => !chain.includes(block))
}

function claims(block: Block, span: Span, side: 'old' | 'now'): boolean {
  return held(block, span, side) >= Math.min(CHANCE, Math.ceil((span.end - span.start) / 3))
}

/** Whether what is sure elsewhere speaks against a place: the mark's words went to another one, or the words there come from another. */
export function isContradicted(mark: Mark, madeOn: PreparedText, on: PreparedText, place: Span): boolean {
  const { byOld, byNow } = alignmentOf(madeOn, on)
  const leadsThere = (block: Block) => {
    const shift = block.now - block.old
    const [from, to] = [Math.max(block.old, mark.start), Math.min(endOf(block), mark.end)]
    return from < to && from + shift < place.end && to + shift > place.start
  }
  const claiming = [
    ...blocksAt(byOld, mark).filter((block) => claims(block, mark, 'old')),
    ...blocksAt(byNow, place).filter((block) => claims(block, place, 'now')),
  ]
  return claiming.some((block) => !leadsThere(block))
}

/** The words between the neighbours that are the mark's, as long as not too much of them was changed. */
function placeIn(between: Between, chain: readonly Block[], mark: Mark, texts: Texts): Place | null {
  const now = texts.on.plain
  const share = mark.quote.length < FEW ? FEW_CHANGED : MOST_CHANGED
  const most = Math.floor(mark.quote.length * share)
  const place = endsOf(between, chain, mark, texts, most)
  if (!place || place.start >= place.end) return null
  if (place.start < between.within.start - SLIDE || place.end > between.within.end + SLIDE) return null
  const errors = errorsBetween(mark.quote, now.slice(place.start, place.end), most)
  return errors === null ? null : { start: place.start, end: place.end, errors }
}

// Of few words hardly anything is left where a letter or two are others.
const FEW = 16
const FEW_CHANGED = 0.13
const MOST_CHANGED = 0.25
// One of two like letters went, and nobody can tell which: the mark may reach into the neighbour by so many.
const SLIDE = 4

function endsOf(
  { start, end, within }: Between,
  chain: readonly Block[],
  mark: Mark,
  texts: Texts,
  most: number,
): Span | null {
  const now = texts.on.plain
  if (start !== null && end !== null) return { start, end }
  if (start !== null) return { start, end: bestEnd(now, start, mark, most) }
  if (end !== null) return { start: bestStart(now, end, mark, most), end }
  if (!gapStays(texts, chain, mark.quote)) return null
  const from = Math.max(0, within.start - SLIDE)
  const words = now.slice(from, within.end + SLIDE)
  const at = words.indexOf(mark.quote)
  if (at >= 0 && words.lastIndexOf(mark.quote) !== at) return null
  if (at >= 0) return { start: from + at, end: from + at + mark.quote.length }
  const [nearest] = approximatePlaces(texts.on.runs, mark)
    .filter((place) => place.start >= within.start && place.end <= within.end)
    .toSorted((a, b) => a.errors - b.errors)
  return nearest ?? null
}

/** Whether what stood between the neighbours is by and large what stands there, and the quote stood there once. */
function gapStays({ madeOn, on }: Texts, chain: readonly Block[], quote: string): boolean {
  const [left, right] = [chain[0], chain.at(-1)]
  if (!left || !right) return false
  const was = madeOn.plain.slice(endOf(left), right.old)
  const is = on.plain.slice(left.now + left.length, right.now)
  if (was.indexOf(quote) !== was.lastIndexOf(quote)) return false
  return errorsBetween(was, is, 3 + Math.floor(0.4 * was.length)) !== null
}
