import type { Span } from './offsets.ts'
import { eachWord } from './words.ts'

/**
 * Shingles: runs of neighbouring words as numbers. Equal words in equal order give equal numbers wherever they stand, so texts and sentences
 * that retell each other are found by comparing numbers.
 */

/** A run of words, as an integer below 2⁵³ (which SQLite and JavaScript both hold exactly), and where it stands. */
export type Shingle = Span & { hash: number }

/**
 * Calls `visit` for every run of `size` words, in text order; for a text of fewer words, once for all of them. Linear in the length of the
 * text whatever the size.
 */
export function eachShingle(
  text: string,
  size: number,
  visit: (hash: number, start: number, end: number) => void,
): void {
  const starts = new Uint32Array(size)
  const run = new WordRun(size)
  let lastEnd = 0
  eachWord(text, (word, start, end) => {
    starts[run.count % size] = start
    run.push(word)
    lastEnd = end
    if (run.isFull()) visit(run.value(), starts[run.count % size] ?? start, end)
  })
  if (run.count > 0 && !run.isFull()) visit(run.value(), starts[0] ?? 0, lastEnd)
}

/** The same numbers for words that are cut already. */
export function eachRunOf(words: readonly string[], size: number, visit: (hash: number) => void): void {
  const run = new WordRun(size)
  for (const word of words) {
    run.push(word)
    if (run.isFull()) visit(run.value())
  }
  if (run.count > 0 && !run.isFull()) visit(run.value())
}

/** All shingles of a text, in order. */
export function shingles(text: string, size: number): Shingle[] {
  const found: Shingle[] = []
  eachShingle(text, size, (hash, start, end) => found.push({ hash, start, end }))
  return found
}

/** One number for all words of a stretch, however they are punctuated: equal for a sentence and its retelling word for word. */
export function hashWords(text: string): number | null {
  const run = new RollingHash(1)
  let any = false
  eachWord(text, (word) => {
    run.push(hashWord(word, HIGH_SEED), hashWord(word, LOW_SEED), 0, 0)
    any = true
  })
  return any ? run.value() : null
}

const BINS = 128

/**
 * A sketch of a set of shingles in 128 numbers: one-permutation MinHash (Li, Owen, Zhang 2012), empty bins filled from the next full one. Null
 * for a text without words.
 */
export function sketch(text: string, size: number): Uint32Array | null {
  const least = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY)
  eachShingle(text, size, (hash) => {
    const bin = hash % BINS
    least[bin] = Math.min(least[bin] ?? hash, Math.floor(hash / BINS) % 2 ** 32)
  })
  if (least.every((value) => value === Number.POSITIVE_INFINITY)) return null
  return Uint32Array.from(least, (_, bin) => firstFull(least, bin))
}

/** How alike two texts are by their sketches: about the share of their shingles that both have, 0–1, give or take 0.05. */
export function sketchLikeness(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let bin = 0; bin < BINS; bin += 1) if (a[bin] === b[bin]) equal += 1
  return equal / BINS
}

/** The same exactly: the share of shingles that both sets have. Two empty sets are not alike. */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0
  for (const hash of a) if (b.has(hash)) common += 1
  const either = a.size + b.size - common
  return either === 0 ? 0 : common / either
}

function firstFull(least: Float64Array, bin: number): number {
  for (let step = 0; step < BINS; step += 1) {
    const value = least[(bin + step) % BINS] ?? Number.POSITIVE_INFINITY
    // What is borrowed is changed by the distance, or two sparse texts would look alike.
    if (value !== Number.POSITIVE_INFINITY) return (value + step * 0x9e3779b1) % 2 ** 32
  }
  return 0
}

const HIGH_SEED = 0x811c9dc5
const LOW_SEED = 0x2f0b4c47

/** FNV-1a over the code units of a word. */
function hashWord(word: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The last `size` words as a number, without an object for each. */
class WordRun {
  count = 0
  readonly #size: number
  readonly #run: RollingHash
  // What was not filled yet leaves as 0, which is nothing.
  readonly #highs: Int32Array
  readonly #lows: Int32Array

  constructor(size: number) {
    this.#size = size
    this.#run = new RollingHash(size)
    this.#highs = new Int32Array(size)
    this.#lows = new Int32Array(size)
  }

  push(word: string): void {
    const [high, low] = [hashWord(word, HIGH_SEED), hashWord(word, LOW_SEED)]
    const slot = this.count % this.#size
    this.#run.push(high, low, this.#highs[slot] ?? 0, this.#lows[slot] ?? 0)
    this.#highs[slot] = high
    this.#lows[slot] = low
    this.count += 1
  }

  isFull(): boolean {
    return this.count >= this.#size
  }

  value(): number {
    return this.#run.value()
  }
}

/** A polynomial over the last `size` words, in two lanes of 32 bits; what leaves is subtracted. */
class RollingHash {
  #high = 0
  #low = 0
  readonly #leavingHigh: number
  readonly #leavingLow: number

  constructor(size: number) {
    this.#leavingHigh = power(HIGH_BASE, size)
    this.#leavingLow = power(LOW_BASE, size)
  }

  push(high: number, low: number, leavingHigh: number, leavingLow: number): void {
    this.#high = (Math.imul(this.#high, HIGH_BASE) + high - Math.imul(leavingHigh, this.#leavingHigh)) | 0
    this.#low = (Math.imul(this.#low, LOW_BASE) + low - Math.imul(leavingLow, this.#leavingLow)) | 0
  }

  /** 21 bits of one lane above 32 of the other. */
  value(): number {
    return (mix(this.#high) >>> 11) * 2 ** 32 + mix(this.#low)
  }
}

const HIGH_BASE = 0x27d4eb2f
const LOW_BASE = 0x165667b1

function power(base: number, exponent: number): number {
  let result = 1
  for (let count = 0; count < exponent; count += 1) result = Math.imul(result, base)
  return result
}

/** Spreads every bit over all others (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
