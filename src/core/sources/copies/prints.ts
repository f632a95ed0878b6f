import { fingerprints, fingerprintsOfWords, leastFingerprints } from '#text/fingerprints.ts'
import type { SqlFunctions, Store } from '../../casebook/casebook.ts'
import { LEAST, type PrintSet } from './print-set.ts'

/**
 * The index of shingles (migration 0005): the fingerprints of every text, kept with the text. What agrees in it is a hint, which is
 * held against the words before anybody is told.
 */

/** What the index keeps of a text. */
export function packPrints(text: string): Uint8Array {
  return new Uint8Array(fingerprints(text).buffer)
}

/** The same for a text whose words are cut already. */
export function packPrintsOfWords(words: readonly string[]): Uint8Array {
  return new Uint8Array(fingerprintsOfWords(words).buffer)
}

export function unpackPrints(packed: Uint8Array): Uint32Array {
  // A blob may begin at any byte of its memory; numbers may not.
  const bytes = packed.byteOffset % 4 === 0 ? packed : Uint8Array.from(packed)
  return new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4))
}

/** Called by the triggers that feed the index for who does not. */
export const sourcesFunctions = {
  shingles_prints: (text: string | null) => packPrints(text ?? ''),
  shingles_least: (prints: Uint8Array) => JSON.stringify(leastFingerprints(unpackPrints(prints), LEAST)),
} satisfies SqlFunctions

export function keepPrints(store: Store, text: number, packed: Uint8Array): void {
  store.run('INSERT INTO shingles (text, prints) VALUES (?, ?)', text, packed)
  const least = leastFingerprints(unpackPrints(packed), LEAST)
  if (least.length === 0) return
  const rows = least.map(() => '(?, ?)').join(', ')
  // `OR IGNORE`: what may fail half-way has SQLite keep a copy of every page that it changes.
  store.run(
    `INSERT OR IGNORE INTO least_shingles (print, text) VALUES ${rows}`,
    ...least.flatMap((print) => [print, text]),
  )
}

export function readPrints(store: Store, text: number): Uint32Array {
  const row = store.get<{ prints: Uint8Array }>('SELECT prints FROM shingles WHERE text = ?', text)
  return unpackPrints(row?.prints ?? new Uint8Array())
}

/** A print that more texts have than this tells nothing about any of them. */
const TELLING = 32

/** One statement for all prints, and for those of the texts that it finds: an import asks it for every article. */
const textsWithPrints = `SELECT text, hits, prints FROM (
    SELECT text, count(*) AS hits FROM (${Array.from(
      { length: LEAST },
      () => `SELECT text FROM (SELECT text FROM least_shingles WHERE print = ? LIMIT ${TELLING})`,
    ).join(' UNION ALL ')}) GROUP BY text
  ) JOIN shingles USING (text) WHERE length(prints) BETWEEN ? AND ? ORDER BY hits DESC, text`

export interface TextFound {
  readonly text: number
  readonly prints: Uint32Array
}

/**
 * The texts that have one or more of the least fingerprints, those with most of them first. Those that are too short or too long to be alike
 * by `share` (0–1) are left out.
 */
export function textsWithLeastOf(store: Store, { least, size }: PrintSet, share: number): TextFound[] {
  // A text of few words has fewer: what is asked for in their place, no text has.
  const asked = Array.from({ length: LEAST }, (_, at) => least[at] ?? null)
  return store
    .all<{ text: number; prints: Uint8Array }>(
      textsWithPrints,
      ...asked,
      Math.floor(size * share) * 4,
      Math.ceil(size / share) * 4,
    )
    .map(({ text, prints }) => ({ text, prints: unpackPrints(prints) }))
}

/**
 * Whether two texts are alike by their fingerprints alone: whether of the runs of words that either has, both have about this share, 0–1. Most
 * that are asked about are not, which shows long before the end.
 */
export function areAlike(a: PrintSet, b: Uint32Array, share: number): boolean {
  const all = a.size + b.length
  const needed = Math.floor((all * share) / (1 + share))
  let common = 0
  for (let at = 0; at < b.length && common + b.length - at >= needed; at += 1)
    if (a.has(b[at] ?? 0)) common += 1
  return common > 0 && common / (all - common) >= share
}
