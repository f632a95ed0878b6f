import { eachShingle } from './shingles.ts'

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
  const window: number[] = []
  const found = new Set<number>()
  let count = 0
  eachShingle(text, SHINGLE_WORDS, (hash) => {
    window[count % WINDOW] = hash % 2 ** 32
    count += 1
    if (count >= WINDOW) found.add(Math.min(...window))
  })
  // A text shorter than a window has its least shingle.
  if (count > 0 && count < WINDOW) found.add(Math.min(...window))
  return Uint32Array.from(found)
}

/** Where every shingle of `text` stands that could be a fingerprint of another text, whatever that one chose. */
export function eachPossibleFingerprint(
  text: string,
  visit: (print: number, start: number, end: number) => void,
): void {
  eachShingle(text, SHINGLE_WORDS, (hash, start, end) => visit(hash % 2 ** 32, start, end))
}

/**
 * The least fingerprints of a text: a sample for finding texts that are alike in large part. Two texts, half of whose runs are the
 * same, have about half of them in common.
 */
export function leastFingerprints(prints: Uint32Array, count: number): number[] {
  return [...prints.toSorted().subarray(0, count)]
}
