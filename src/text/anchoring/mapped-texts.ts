import { alignTexts, type Block, ONCE } from './aligned-texts.ts'
import { fillGaps, tryInPlace } from './filled-gaps.ts'
import type { PreparedText } from './prepared-text.ts'
import { give, isTaken, type TextMap } from './text-map.ts'

/** Two whole texts become a map of their characters (`text-map.ts`): the longest stretches alike first, then what lies between. */

/** So many pieces that stand once are no chance: an edited letter makes `ONCE` of them, the letter beside a copy one or two. */
const FEW_PIECES = 6

const known = new WeakMap<PreparedText, WeakMap<PreparedText, TextMap>>()

/** Made once for a pair of prepared texts, however many passages are looked for. */
export function mapBetween(old: PreparedText, now: PreparedText): TextMap {
  const toNow = known.get(now) ?? new WeakMap<PreparedText, TextMap>()
  known.set(now, toNow)
  const map = toNow.get(old) ?? makeMap(caseless(old.plain), caseless(now.plain))
  toNow.set(old, map)
  return map
}

/** The text in small letters, each where it was: what changes its length in small letters stays as it is. */
export function caseless(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from(text, (character) => {
    const one = character.toLowerCase()
    return one.length === character.length ? one : character
  }).join('')
}

/**
 * The longest stretches alike first, each what is left of it; then those that lead elsewhere give way where something like them
 * stands in their place; then what lies between neighbours that are neighbours still.
 */
function makeMap(old: string, now: string): TextMap {
  const { blocks, once } = alignTexts(old, now)
  const map: TextMap = {
    now: new Int32Array(old.length).fill(-1),
    old: new Int32Array(now.length).fill(-1),
    contestedOld: new Uint8Array(old.length),
    contestedNow: new Uint8Array(now.length),
    once,
  }
  const given = blocks
    .filter((block) => isTelling(once, block))
    .toSorted((a, b) => b.length - a.length || a.old - b.old)
    .flatMap((block) => claim(map, { old, now }, block) ?? [])
  const texts = { map, old, now }
  fillGaps(texts, tryInPlace(texts, given))
  return map
}

function isTelling(once: Uint8Array, { old, length }: Block): boolean {
  let pieces = 0
  for (let at = old; at + ONCE <= old + length && pieces < FEW_PIECES; at += 1) pieces += once[at] ?? 0
  return pieces >= FEW_PIECES
}

/** So many characters of two stretches may be alike by chance. */
const CHANCE = 20
/** More than the first letters of a word: somebody may have marked them. */
const SEVERAL = 5

/** Gives a block what of it nobody has claimed yet, if that is enough, and notes what it had to leave. */
function claim(map: TextMap, texts: { old: string; now: string }, block: Block): Block | null {
  const free = freePart(map, block)
  if (free.to - free.from < ONCE) {
    for (let at = 0; at < block.length; at += 1) contest(map, block, at)
    return null
  }
  const { from, to } = wholeSentences(texts, block, free)
  for (let at = 0; at < block.length; at += 1) {
    if (at >= free.from && at < free.to) continue
    const isTakenOver = at >= from && at < to
    if (isTakenOver) release(map, block, at)
    const taken = at < free.from ? free.from - from : to - free.to
    if (!isTakenOver || taken >= SEVERAL) contest(map, block, at)
  }
  const own = { old: block.old + from, now: block.now + from, length: to - from }
  give(map, own)
  return own
}

type Part = { from: number; to: number }

/** The longest part of a block that is free on both texts. */
function freePart(map: TextMap, { old, now, length }: Block): Part {
  let best = { from: 0, to: 0 }
  for (let from = 0; from < length; ) {
    let to = from
    while (to < length && !isTaken(map, old + to, now + to)) to += 1
    if (to - from > best.to - best.from) best = { from, to }
    from = to + 1
  }
  return best
}

const SENTENCE_END = /[.!?…。！？؟۔]["'”’)\]]*\s?$/u
const WORD_END = /\s$/u

/** Two sentences that begin or end alike belong to stretches of their own, however long these are: cut between sentences, or words. */
function wholeSentences(texts: { old: string; now: string }, block: Block, free: Part): Part {
  const ends = (text: string, at: number, end: RegExp) =>
    at === 0 || end.test(text.slice(Math.max(0, at - 4), at))
  const isCut = (end: RegExp) => (at: number) =>
    ends(texts.old, block.old + at, end) || ends(texts.now, block.now + at, end)
  const rest = block.length - free.to
  const heads = free.from > CHANCE ? [] : Array.from({ length: free.from }, (_, step) => free.from - 1 - step)
  const tails = rest > CHANCE ? [] : Array.from({ length: rest }, (_, step) => free.to + 1 + step)
  return {
    from: heads.find(isCut(SENTENCE_END)) ?? heads.find(isCut(WORD_END)) ?? free.from,
    to: tails.find(isCut(SENTENCE_END)) ?? tails.find(isCut(WORD_END)) ?? free.to,
  }
}

function contest(map: TextMap, { old, now }: Block, at: number): void {
  map.contestedOld[old + at] = 1
  map.contestedNow[now + at] = 1
}

function release(map: TextMap, { old, now }: Block, at: number): void {
  const [place, origin] = [map.now[old + at] ?? -1, map.old[now + at] ?? -1]
  if (place >= 0) map.old[place] = -1
  if (origin >= 0) map.now[origin] = -1
  map.now[old + at] = -1
  map.old[now + at] = -1
}
