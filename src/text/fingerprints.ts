import { eachRunOf, eachShingle } from './shingles.ts'
import { foldedWords } from './words.ts'

/**
 * Fingerprints: of the shingles of a text about two in five, chosen by what they are and not by where they stand (winnowing: Schleimer,
 * Wilkerson, Aiken 2003). Two texts that have a run of `SURE_WORDS` words in common have at least one fingerprint in common.
 */

export const SHINGLE_WORDS = 4
const WINDOW = 4

/** A common run of this many words cannot stay unnoticed; a shorter one, of at least `SHINGLE_WORDS`, may. */
export const SURE_WORDS = SHINGLE_WORDS + WINDOW - 1

/** The fingerprints of a text, each once, in the order of the text: 32 bits each, so what agrees must be held against the words. */
export function fingerprints(text: string): Uint32Array {
  return fingerprintsOfWords(foldedWords(text))
}

/** The same for a text whose words (`words.ts`) are cut already. */
export function fingerprintsOfWords(words: readonly string[]): Uint32Array {
  const all = new Uint32Array(words.length)
  let count = 0
  eachRunOf(words, SHINGLE_WORDS, (hash) => {
    all[count++] = lowBits(hash)
  })
  return chosenFrom(all.subarray(0, count))
}

/** Of each window the least one. */
function chosenFrom(all: Uint32Array): Uint32Array {
  const found = new Set<number>()
  let last = -1
  // A text shorter than a window has its least shingle.
  for (let end = Math.min(WINDOW, all.length); end > 0 && end <= all.length; end += 1) {
    const least = leastOf(all, Math.max(0, end - WINDOW), end)
    if (least !== last) found.add(least)
    last = least
  }
  return Uint32Array.from(found)
}

/** The lower 32 bits; as a remainder of division they take ten times as long. */
function lowBits(hash: number): number {
  return hash >>> 0
}

function leastOf(all: Uint32Array, start: number, end: number): number {
  let least = all[start] ?? 0
  for (let at = start + 1; at < end; at += 1) {
    const one = all[at] ?? least
    if (one < least) least = one
  }
  return least
}

/** Where every shingle of `text` stands that could be a fingerprint of another text, whatever that one chose. */
export function eachPossibleFingerprint(
  text: string,
  visit: (print: number, start: number, end: number) => void,
): void {
  eachShingle(text, SHINGLE_WORDS, (hash, start, end) => visit(lowBits(hash), start, end))
}

/**
 * The least fingerprints of a text: a sample for finding texts that are alike in large part. Two texts, half of whose runs are the
 * same, have about half of them in common.
 */
export function leastFingerprints(prints: Uint32Array, count: number): number[] {
  const least: number[] = []
  for (const print of prints) {
    if (least.length === count && print >= (least[count - 1] ?? 0)) continue
    let at = least.length
    while (at > 0 && (least[at - 1] ?? 0) > print) at -= 1
    least.splice(at, 0, print)
    if (least.length > count) least.pop()
  }
  return least
}
