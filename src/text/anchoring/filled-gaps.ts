import { commonRuns } from '../common-runs.ts'
import type { Block } from './aligned-texts.ts'
import { give, isTaken, type TextMap, take } from './text-map.ts'

/** What lies between blocks (`aligned-texts.ts`) that are neighbours on both texts: there, few words alike are enough. */

export type MappedTexts = { map: TextMap; old: string; now: string }

type Gap = { old: number; oldEnd: number; now: number; nowEnd: number }

/** The blocks in the order of both texts, the beginnings and ends of the texts among them. */
class Neighbours {
  readonly byOld: readonly Block[]
  readonly #byNow: readonly Block[]
  readonly #places: ReadonlyMap<Block, number>

  constructor({ old, now }: MappedTexts, blocks: readonly Block[]) {
    const [first, last] = [
      { old: 0, now: 0, length: 0 },
      { old: old.length, now: now.length, length: 0 },
    ]
    this.byOld = [first, ...blocks.toSorted((a, b) => a.old - b.old), last]
    this.#byNow = [first, ...blocks.toSorted((a, b) => a.now - b.now), last]
    this.#places = new Map(this.#byNow.map((block, at) => [block, at]))
  }

  /** The block behind (`1`) or before (`-1`) on the later text. */
  besideNow(block: Block, step: 1 | -1): Block | undefined {
    return this.#byNow[(this.#places.get(block) ?? -2) + step]
  }
}

/** A paragraph may hold a few copies; what is longer was moved. */
const MOST_INNER = 4
const LONGEST_INNER = 2000
/** So much of a block must stand in its place for it to be a copy that leads elsewhere. */
const STANDS = 0.6

/**
 * Gives blocks up that lead elsewhere while something like them stands between their neighbours: the sentence was edited, and it is a
 * copy of it, or words alike by chance, that fits to the letter.
 * @returns the blocks that are left
 */
export function tryInPlace(texts: MappedTexts, blocks: readonly Block[]): Block[] {
  const neighbours = new Neighbours(texts, blocks)
  const givenUp = new Set<Block>()
  for (const [at, left] of neighbours.byOld.entries()) {
    const right = neighbours.besideNow(left, 1)
    if (!right) continue
    const beyond = neighbours.byOld.slice(at + 1, at + 2 + MOST_INNER)
    const inner = beyond.slice(0, Math.max(0, beyond.indexOf(right)))
    if (inner.length > 0 && standInPlace(texts, inner, gapBetween(left, right)))
      for (const block of inner) givenUp.add(block)
  }
  return blocks.filter((block) => !givenUp.has(block))
}

function standInPlace(texts: MappedTexts, inner: readonly Block[], gap: Gap): boolean {
  const { map } = texts
  const length = inner.reduce((sum, block) => sum + block.length, 0)
  const room = gap.nowEnd - gap.now
  if (length > LONGEST_INNER || room < length / 2 || room > 2 * LONGEST_INNER) return false
  for (const block of inner) take(map, block)
  fill(texts, gap)
  const kept = inner.reduce((sum, block) => sum + givenOf(map, block), 0)
  if (kept >= STANDS * length) return true
  for (let at = gap.old; at < gap.oldEnd; at += 1) {
    const place = map.now[at] ?? -1
    if (place >= gap.now && place < gap.nowEnd) take(map, { old: at, now: place, length: 1 })
  }
  for (const block of inner) give(map, block)
  return false
}

function givenOf(map: TextMap, { old, length }: Block): number {
  let given = 0
  for (let at = old; at < old + length; at += 1) if ((map.now[at] ?? -1) >= 0) given += 1
  return given
}

/** Fills the gap between two blocks that are neighbours on both texts, and else the one beside each of them. */
export function fillGaps(texts: MappedTexts, blocks: readonly Block[]): void {
  const neighbours = new Neighbours(texts, blocks)
  const apart: { left: Block; right: Block }[] = []
  for (const [at, left] of neighbours.byOld.entries()) {
    const right = neighbours.byOld[at + 1]
    if (right && neighbours.besideNow(left, 1) === right) fill(texts, gapBetween(left, right))
    else if (right) apart.push({ left, right })
  }
  for (const { left, right } of apart) {
    const [next, previous] = [neighbours.besideNow(left, 1), neighbours.besideNow(right, -1)]
    if (next) fill(texts, beside(gapBetween(left, right, left, next), 1))
    if (previous) fill(texts, beside(gapBetween(left, right, previous, right), -1))
  }
}

function gapBetween(left: Block, right: Block, leftNow = left, rightNow = right): Gap {
  const now = leftNow.now + leftNow.length
  return { old: left.old + left.length, oldEnd: right.old, now, nowEnd: rightNow.now }
}

/** Held at one end only: no more than what may be alike. */
function beside({ old, oldEnd, now, nowEnd }: Gap, step: 1 | -1): Gap {
  const most = Math.floor(1.3 * (oldEnd - old)) + 16
  return step === 1
    ? { old, oldEnd, now, nowEnd: Math.min(nowEnd, now + most) }
    : { old, oldEnd, now: Math.max(now, nowEnd - most), nowEnd }
}

/** Words alike, in order; and of a word with a slip of the finger in it, how it begins and ends. */
function fill(texts: MappedTexts, whole: Gap): void {
  const gap = freeGap(texts.map, whole)
  if (gap.old >= gap.oldEnd || gap.now >= gap.nowEnd) return
  const was = words(texts.old, gap.old, gap.oldEnd)
  const is = words(texts.now, gap.now, gap.nowEnd)
  const runs = commonRuns(
    was.map(({ word }) => word),
    is.map(({ word }) => word),
  )
  let [old, now] = [gap.old, gap.now]
  for (const run of runs) {
    const [first, last, place] = [was[run.old], was[run.old + run.length - 1], is[run.now]]
    if (!first || !last || !place) continue
    const length = last.at + last.word.length - first.at
    fillEnds(texts, { old, oldEnd: first.at, now, nowEnd: place.at })
    giveFree(texts.map, { old: first.at, now: place.at, length })
    ;[old, now] = [first.at + length, place.at + length]
  }
  fillEnds(texts, { old, oldEnd: gap.oldEnd, now, nowEnd: gap.nowEnd })
}

/** The gap without what was given away at its ends already. */
function freeGap(map: TextMap, { old, oldEnd, now, nowEnd }: Gap): Gap {
  const isGiven = (places: Int32Array, at: number) => (places[at] ?? -1) >= 0
  while (old < oldEnd && isGiven(map.now, old)) old += 1
  while (old < oldEnd && isGiven(map.now, oldEnd - 1)) oldEnd -= 1
  while (now < nowEnd && isGiven(map.old, now)) now += 1
  while (now < nowEnd && isGiven(map.old, nowEnd - 1)) nowEnd -= 1
  return { old, oldEnd, now, nowEnd }
}

function fillEnds({ map, old, now }: MappedTexts, gap: Gap): void {
  const most = Math.min(gap.oldEnd - gap.old, gap.nowEnd - gap.now)
  let head = 0
  while (head < most && old[gap.old + head] === now[gap.now + head]) head += 1
  let tail = 0
  while (tail < most - head && old[gap.oldEnd - tail - 1] === now[gap.nowEnd - tail - 1]) tail += 1
  giveFree(map, { old: gap.old, now: gap.now, length: head })
  giveFree(map, { old: gap.oldEnd - tail, now: gap.nowEnd - tail, length: tail })
}

function giveFree(map: TextMap, { old, now, length }: Block): void {
  for (let at = 0; at < length; at += 1)
    if (!isTaken(map, old + at, now + at)) give(map, { old: old + at, now: now + at, length: 1 })
}

/** Words, and all other characters one by one. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+|[^]/gu

function words(text: string, from: number, to: number): { word: string; at: number }[] {
  return Array.from(text.slice(from, to).matchAll(WORD), ({ 0: word, index }) => ({ word, at: from + index }))
}
