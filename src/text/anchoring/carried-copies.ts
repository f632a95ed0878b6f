import type { Span } from '../offsets.ts'
import { ONCE } from './aligned-texts.ts'
import { findApproximate } from './approximate-search.ts'
import { type Carrying, standsOnce } from './carried-sides.ts'
import { sentenceRound } from './copied-sentence.ts'
import { caseless } from './mapped-texts.ts'
import type { Mark } from './quote-evidence.ts'

/** Copies of the words of a mark: stretches that claim one place, and sentences that were doubled. */

/** Fewer characters than these two stretches may share by chance. */
const CHANCE = 12

/** Whether other stretches had a claim on the mark's characters, or on those of its place. */
export function isContested(mark: Span, place: Span, { map }: Carrying): boolean {
  const isMuch = (contested: Uint8Array, { start, end }: Span) => {
    const count = contested.subarray(start, end).reduce((sum, one) => sum + one, 0)
    return count >= Math.min(CHANCE, Math.ceil((end - start) / 3))
  }
  return isMuch(map.contestedOld, mark) || isMuch(map.contestedNow, place)
}

/** A piece of this many characters stands in two sentences only if one is a copy of the other, or they are much alike. */
const PIECE = 24
/** So far from the mark its sentence is looked at. */
const ROUND = 24

/** Whether a piece of the sentence, at the mark or near it, stands more often on the later text than on the earlier one. */
export function wasCopied(mark: Span, sentence: Span, { madeOn, on }: Carrying): boolean {
  const from = Math.max(sentence.start, mark.start - ROUND)
  const to = Math.min(sentence.end, mark.end + ROUND)
  for (let at = from; at + PIECE <= to; at += PIECE / 2) {
    const words = madeOn.plain.slice(at, at + PIECE)
    if (on.runs.countOf(words, 8) > madeOn.runs.countOf(words, 8)) return true
  }
  return false
}

/** So many characters of a sentence tell whether another is a copy of it. */
const ENOUGH = 48
/** Something else may have been put in between the two. */
const BETWEEN = 200

/** Whether a copy of the mark's sentence on that side stands near by, on either text, nearer than what stands once. */
export function standsBeside(mark: Mark, place: Span, texts: Carrying, step: 1 | -1): boolean {
  const { map, madeOn, on } = texts
  const [edge, side] = step === 1 ? [mark.end, place.end] : [mark.start, place.start]
  const inner = step === 1 ? mark.end - 1 : mark.start
  const sentence = sentenceRound({ start: inner, end: inner + 1 }, madeOn)
  const from = Math.max(sentence.start, Math.min(edge - ENOUGH / 2, sentence.end - ENOUGH))
  const to = Math.min(sentence.end, Math.max(edge + ENOUGH / 2, sentence.start + ENOUGH))
  const words = caseless(madeOn.plain.slice(from, to))
  const border = step === 1 ? sentence.end - 1 : sentence.start
  const own = Math.abs(border - inner)
  const image = map.now[border] ?? -1
  const ownNow = image < 0 ? own : Math.max(own, Math.min(step * (image - side), own + BETWEEN))
  const isOnceNow = (piece: number) => {
    const origin = map.old[piece] ?? -1
    return origin >= 0 && standsOnce(texts, origin)
  }
  return (
    holds(stretchFrom(on.plain, side, ownNow, words.length, step, isOnceNow), words) ||
    holds(
      stretchFrom(madeOn.plain, edge, own, words.length, step, (piece) => standsOnce(texts, piece)),
      words,
    )
  )
}

/** What stands on that side, up to the first piece behind the sentence's own end that stands once. */
function stretchFrom(
  text: string,
  side: number,
  own: number,
  length: number,
  step: 1 | -1,
  isOnce: (piece: number) => boolean,
): string {
  let distance = own
  while (distance < own + length + BETWEEN && !isOnce(step === 1 ? side + distance : side - distance - ONCE))
    distance += 1
  return step === 1 ? text.slice(side, side + distance) : text.slice(Math.max(0, side - distance), side)
}

function holds(stretch: string, words: string): boolean {
  const most = words.length < CHANCE ? 0 : Math.ceil(words.length / 10)
  return findApproximate(caseless(stretch), words, most).length > 0
}
