import type { Span } from './offsets.ts'
import { isBreak, paragraphAt } from './paragraphs.ts'
import { originalSpan, type PreparedText, plainOffset } from './prepared-text.ts'
import { AGREES, type Evidence, type Mark } from './quote-evidence.ts'
import { sentences } from './sentences.ts'
import { type Agreement, agreement, outward } from './surroundings.ts'

/**
 * What stands beyond the sentence of a mark. Words are copied by whole sentences: within its sentence a copy agrees with the original to
 * the letter, and only what stands beyond tells which of the two is found.
 */

/**
 * How a side of a place goes on beyond the sentence: as it did (`same`); as it did, but a paragraph's end was put in or taken out
 * between (`joined`); as it did behind an edit (`edited`); not at all, because the text ended there and ends there now (`end`); in other words, from a paragraph's end on that was and is there
 * (`border`); in other words (`other`).
 */
export type Beyond = 'same' | 'joined' | 'edited' | 'end' | 'border' | 'other'

export type Surroundings = {
  before: Beyond
  after: Beyond
  /** What stood beside the mark in its sentence is gone, on one side at least. */
  torn: boolean
}

/** Characters before and after a mark that copies of it share: what stands beyond them tells the copies apart. */
export type Shared = { before: number; after: number }

export function beyondSentence(
  mark: Mark,
  now: PreparedText,
  place: Evidence,
  madeOn: PreparedText,
  shared: Shared = { before: 0, after: 0 },
): Surroundings {
  const sentence = sentenceRound(mark, madeOn)
  const [head, tail] = [mark.start - sentence.start, sentence.end - mark.end]
  const [wasBefore, wasAfter] = [sideOf(madeOn, mark.start, -1), sideOf(madeOn, mark.end, 1)]
  return {
    before: sideBeyond(wasBefore, sideOf(now, place.start, -1), Math.max(head, shared.before)),
    after: sideBeyond(wasAfter, sideOf(now, place.end, 1), Math.max(tail, shared.after)),
    torn: isTorn(wasBefore, head, place.before) || isTorn(wasAfter, tail, place.after),
  }
}

/** How far the surroundings of two places of one text agree. */
export function sharedRound(text: string, one: Span, other: Span): Shared {
  const side = (at: number, place: number, step: 1 | -1) =>
    agreement(outward(text, at, step, FAR), outward(text, place, step, FAR), Number.POSITIVE_INFINITY).read
  return { before: side(one.start, other.start, -1), after: side(one.end, other.end, 1) }
}

function isTorn(was: Side, sentence: number, { near, direct }: Agreement): boolean {
  return sentence >= BESIDE && direct < BESIDE / 2 && near < AGREES && !endsSentence(was, 0)
}

const BESIDE = 8

/** On plain offsets: from the start of the sentence in which the mark begins to the end of that in which it ends. */
export function sentenceRound(mark: Mark, madeOn: PreparedText): Span {
  const { start, end } = originalSpan(madeOn, mark)
  const first = sentenceAt(madeOn.text, start)
  const last = sentenceAt(madeOn.text, Math.max(start, end - 1))
  return {
    start: Math.min(mark.start, plainOffset(madeOn, first.start)),
    end: Math.max(mark.end, plainOffset(madeOn, last.end)),
  }
}

function sentenceAt(text: string, at: number): Span {
  const paragraph = paragraphAt(text, at)
  const all = sentences(text.slice(paragraph.start, paragraph.end))
  const found = all.find(({ end }) => paragraph.start + end > at) ?? all.at(-1)
  return found ? { start: paragraph.start + found.start, end: paragraph.start + found.end } : paragraph
}

/** One side of a place, read outward on the plain text, and how far off the nearest paragraph's end is. */
type Side = { words: string; border: number; all: string; step: 1 | -1 }

// So far a side is read.
const FAR = 2400

function sideOf(text: PreparedText, at: number, step: 1 | -1): Side {
  return {
    words: outward(text.plain, at, step, FAR),
    border: borderFrom(text, at, step),
    all: text.plain,
    step,
  }
}

/** Characters of the plain text up to the nearest paragraph's end; `FAR` where there is none so near. */
function borderFrom({ text, plain, origin }: PreparedText, at: number, step: 1 | -1): number {
  for (let distance = 0; distance < FAR; distance += 1) {
    const place = step === 1 ? at + distance : at - distance - 1
    if (place < 0 || place >= plain.length) return distance
    const [from, to] = [origin[place] ?? text.length, origin[place + 1] ?? text.length]
    for (let unit = from; unit < to; unit += 1) if (isBreak(text.charCodeAt(unit))) return distance
  }
  return FAR
}

// So many characters beyond a border are not alike by chance.
const TELLING = 16
// Small edits on the way shift where a border is met.
const SHIFT = 24

function sideBeyond(was: Side, is: Side, sentence: number): Beyond {
  const within = agreement(was.words.slice(0, sentence), is.words, Number.POSITIVE_INFINITY)
  const [read, readNow] = [within.read, within.readNow]
  if (sentence - read > SHIFT / 4) {
    return goesOn(was, read, is, readNow, sentence - read) ? 'edited' : 'other'
  }
  const end = readNow + sentence - read
  const [old, now] = [was.words.slice(sentence), is.words.slice(end)].map((words) => words.trimStart())
  const beyond = agreement(old ?? '', now ?? '', LONG)
  const borders = [was.border - sentence, is.border - end].map((border) => border <= beyond.read + 2)
  const sameBorder = Math.abs(was.border - sentence - is.border + end) <= SHIFT
  const meetsBorder = borders.includes(true)
  if (old === '' && now === '') return 'end'
  if (beyond.far >= TELLING && beyond.near >= AGREES) return meetsBorder && !sameBorder ? 'joined' : 'same'
  if (goesOn(was, sentence, is, end, 0)) return 'edited'
  return meetsBorder && sameBorder ? 'border' : 'other'
}

const LONG = 64

// A sentence or two may have been put in, taken out or rewritten; behind them so much must agree.
const LEAP = 400
const LANDING = 24
const STRIDE = 8

/**
 * Whether the texts go on alike behind something that was put in, taken out or rewritten. What only changed its place does not count: it
 * would as well stand beside a copy. A change within the sentence needs to be followed by what is beyond it.
 */
function goesOn(was: Side, read: number, is: Side, readNow: number, rest: number): boolean {
  const old = was.words.slice(read, read + LEAP + LANDING)
  const now = is.words.slice(readNow, readNow + LEAP + LANDING)
  for (let from = endsSentence(was, read) ? 0 : rest; from + LANDING <= old.length; from += STRIDE) {
    const landing = now.indexOf(old.slice(from, from + LANDING))
    if (landing >= 0)
      return (
        isOnlyThere(old.slice(0, from), is.all, was.step) &&
        isOnlyThere(now.slice(0, landing), was.all, was.step)
      )
  }
  return false
}

const SENTENCE_END = /[.!?…。！？؟۔]["'”’)\]]*\s?$/

/** Whether a sentence begins or ends about there. A few characters may agree by chance. */
function endsSentence({ words, step }: Side, at: number): boolean {
  for (let place = at; place >= Math.max(0, at - 3); place -= 1) {
    const near =
      step === 1
        ? words.slice(Math.max(0, place - 4), place)
        : outward(words.slice(place, place + 4), 4, -1, 4)
    if (SENTENCE_END.test(near)) return true
  }
  return false
}

/** Whether no piece of a stretch that was skipped stands in the other text. */
function isOnlyThere(skipped: string, other: string, step: 1 | -1): boolean {
  for (let at = 0; at + TELLING <= skipped.length; at += STRIDE) {
    const piece = skipped.slice(at, at + TELLING)
    if (other.includes(step === 1 ? piece : outward(piece, piece.length, -1, LANDING))) return false
  }
  return true
}
