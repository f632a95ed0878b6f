import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { resourcesFolder } from '../../real-outside.ts'

/**
 * Which n-grams speak for which languages, as three flat arrays: the n-grams as ascending numbers, where the votes of each begin, and the
 * votes (the language's number in the upper byte, the weight in the lower). `build/make-language-table.ts` makes the file from what
 * the package `eld` publishes; as that package's own objects the same data take 190 MB and half a second to load, here 2 MB and
 * some milliseconds.
 */
export interface LanguageTable {
  /** ISO 639-1. */
  readonly languages: readonly string[]
  /** What each language's own texts usually score. */
  readonly usual: readonly number[]
  /** What stands for each byte of UTF-8 in an n-gram. */
  readonly letters: readonly number[]
  /** An n-gram is up to six letters, a byte each: 48 bits, which a number holds exactly. */
  readonly keys: Float64Array
  readonly starts: Uint32Array
  readonly votes: Uint16Array
}

interface Header extends Pick<LanguageTable, 'languages' | 'usual' | 'letters'> {
  readonly grams: number
  readonly votes: number
}

/** The table that is shipped with the program. */
export function readLanguageTable(): LanguageTable {
  const packed = readFileSync(join(resourcesFolder, 'languages', 'table.zst'))
  // A copy, so that the arrays begin where numbers may.
  const { buffer } = new Uint8Array(zstdDecompressSync(packed))
  const headed = Buffer.from(buffer).indexOf(0x0a) + 1
  // Written by our own program, and shipped with this one.
  const header = JSON.parse(Buffer.from(buffer, 0, headed).toString('utf8')) as Header
  const { languages, usual, letters, grams, votes } = header
  const starts = headed + grams * 8
  return {
    languages,
    usual,
    letters,
    keys: new Float64Array(buffer, headed, grams),
    starts: new Uint32Array(buffer, starts, grams + 1),
    votes: new Uint16Array(buffer, starts + (grams + 1) * 4, votes),
  }
}

/** Adds to `scores` what the n-gram says for each language. */
export function addVotes({ keys, starts, votes }: LanguageTable, gram: number, scores: Float64Array): void {
  const at = placeOf(keys, gram)
  if (at < 0) return
  const end = starts[at + 1] ?? 0
  for (let vote = starts[at] ?? 0; vote < end; vote += 1) {
    const packed = votes[vote] ?? 0
    const language = packed >>> 8
    scores[language] = (scores[language] ?? 0) + (packed & 0xff) + LEAST_WEIGHT
  }
}

/** What every vote has; the table keeps what is above it. */
const LEAST_WEIGHT = 53

/** @returns -1 for what is not there */
function placeOf(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? low : -1
}
