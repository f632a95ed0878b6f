import lunr from 'lunr'
import { editDistance } from '#text/typo.ts'
import type { Store } from '../casebook/casebook.ts'
import { indexVersion } from './index-version.ts'

/**
 * All words of the casebook, for typing slips: lunr's token set answers "which of these are at most two slips away" 5 to 10 times
 * faster than looking at each (`src/decisions`). It is read anew when the index has changed.
 */
export interface SimilarWord {
  readonly word: string
  readonly slips: number
  /** How many things hold it. */
  readonly items: number
}

/** Nearest first, then the most frequent; the word itself is not among them. */
export function similarWords(store: Store, word: string, slips: number): SimilarWord[] {
  if (word.length > LONGEST) return []
  const found = vocabularyOf(store).tokens.intersect(TokenSet.fromFuzzyString(word, slips)).toArray()
  return found
    .filter((other) => other !== word)
    .map((other) => ({
      word: other,
      slips: editDistance(word, other, slips) ?? slips,
      items: itemsWith(store, other),
    }))
    .sort((a, b) => a.slips - b.slips || b.items - a.items)
    .slice(0, MOST)
}

/** Reads the words in ahead of the first slip of the finger. */
export function warmVocabulary(store: Store): void {
  vocabularyOf(store)
}

/** How many things hold the word, exactly. FTS5 counts them one by one, so the answer is kept for this version of the index. */
export function itemsWith(store: Store, word: string): number {
  const counts = countsOf(store)
  const known = counts.get(word)
  if (known !== undefined) return known
  const items = store.get<{ doc: number }>('SELECT doc FROM search_vocabulary WHERE term = ?', word)?.doc ?? 0
  if (counts.size < MOST_COUNTS) counts.set(word, items)
  return items
}

const counted = new WeakMap<Store, { version: string; counts: Map<string, number> }>()
const MOST_COUNTS = 10_000

function countsOf(store: Store): Map<string, number> {
  const version = indexVersion(store)
  const kept = counted.get(store)
  if (kept?.version === version) return kept.counts
  const counts = new Map<string, number>()
  counted.set(store, { version, counts })
  return counts
}

/** Of longer words nobody would find the slip; and the set of what a word may be grows with its length. */
const LONGEST = 32
/** A word with more neighbours than this is no typing slip. */
const MOST = 50

// @types/lunr leaves out the one and takes the other for a method of an instance; lunr documents both as static.
const TokenSet = lunr.TokenSet as unknown as {
  fromArray(words: string[]): lunr.TokenSet
  fromFuzzyString(word: string, slips: number): lunr.TokenSet
}

interface Vocabulary {
  readonly tokens: lunr.TokenSet
  readonly version: string
  /** When it was read and how long that took, in milliseconds of the process. */
  readonly read: number
  readonly took: number
}

const known = new WeakMap<Store, Vocabulary>()

/** How many times as long as reading it took a vocabulary is kept, though the casebook goes on changing. */
const PATIENCE = 50

/**
 * Reading all words of 100,000 sources takes a second, so while sources are coming in it is not done for every search: a slip in a
 * word that came in a moment ago may be missed that long. The words as they are typed are always found.
 */
function vocabularyOf(store: Store): Vocabulary {
  const kept = known.get(store)
  const version = indexVersion(store)
  const now = performance.now()
  if (kept !== undefined && (kept.version === version || now - kept.read < PATIENCE * kept.took - SHORT))
    return kept
  // In the order of code units, which is what the token set is built by; SQLite's is that of bytes.
  const words = store.all<{ term: string }>('SELECT term FROM search_vocabulary').map(({ term }) => term)
  const tokens = TokenSet.fromArray(words.sort())
  const vocabulary = { tokens, version, read: now, took: performance.now() - now }
  known.set(store, vocabulary)
  return vocabulary
}

/** What takes less than a fiftieth of this is read anew after every change. */
const SHORT = 5_000
