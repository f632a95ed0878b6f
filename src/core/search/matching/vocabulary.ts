import lunr from 'lunr'
import { editDistance } from '#text/typo.ts'
import type { Store } from '../../casebook/casebook.ts'
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

/**
 * Reads a few more words in, ahead of the first slip of the finger: some milliseconds, so that a question need not wait.
 * @returns whether there are more to read
 */
export function warmVocabulary(store: Store): boolean {
  if (known.get(store)?.version === indexVersion(store)) return false
  const reader = reading.get(store) ?? new VocabularyReader(store)
  reading.set(store, reader)
  if (reader.readSome()) return true
  keep(store, reader)
  return false
}

/**
 * How many things hold the word, exactly. FTS5 counts them one by one, so the answer is kept for this version of the index. The
 * vocabulary would tell it too, but counts all places on the way.
 */
export function itemsWith(store: Store, word: string): number {
  const counts = countsOf(store)
  const known = counts.get(word)
  if (known !== undefined) return known
  const items = store.value<number>(
    'SELECT count(*) FROM search_words WHERE search_words MATCH ?',
    `"${word}"`,
  )
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
  fromFuzzyString(word: string, slips: number): lunr.TokenSet
  readonly Builder: new () => { insert(word: string): void; finish(): void; readonly root: lunr.TokenSet }
}

interface Vocabulary {
  readonly tokens: lunr.TokenSet
  readonly version: string
  /** When it was read and how long that took, in milliseconds of the process. */
  readonly read: number
  readonly took: number
}

const known = new WeakMap<Store, Vocabulary>()
const reading = new WeakMap<Store, VocabularyReader>()

/** How many times as long as reading it took a vocabulary is kept, though the casebook goes on changing. */
const PATIENCE = 50
/** What takes less than a fiftieth of this is read anew after every change. */
const SHORT = 5_000

/**
 * Reading all words of 100,000 sources takes two seconds, so while sources are coming in it is not done for every search: a slip in a
 * word that came in a moment ago may be missed that long. The words as they are typed are always found.
 */
function vocabularyOf(store: Store): Vocabulary {
  const kept = known.get(store)
  const now = performance.now()
  if (
    kept !== undefined &&
    (kept.version === indexVersion(store) || now - kept.read < PATIENCE * kept.took - SHORT)
  )
    return kept
  const reader = reading.get(store) ?? new VocabularyReader(store)
  while (reader.readSome());
  return keep(store, reader)
}

function keep(store: Store, { tokens, version, took }: VocabularyReader): Vocabulary {
  const vocabulary = { tokens, version, read: performance.now(), took }
  known.set(store, vocabulary)
  reading.delete(store)
  return vocabulary
}

/** Words that are read at a time. */
const SOME = 100

/** First all words are read, then the token set is made of them; either in small steps. */
class VocabularyReader {
  readonly version: string
  /** Milliseconds spent. */
  took = 0
  readonly #store: Store
  readonly #words: string[] = []
  readonly #builder = new TokenSet.Builder()
  #isRead = false
  #inserted = 0

  constructor(store: Store) {
    this.#store = store
    this.version = indexVersion(store)
  }

  get tokens(): lunr.TokenSet {
    return this.#builder.root
  }

  /** @returns false once all is done */
  readSome(): boolean {
    const started = performance.now()
    const goesOn = this.#isRead ? this.#insertSome() : this.#readWords()
    this.took += performance.now() - started
    return goesOn
  }

  #readWords(): true {
    const last = this.#words.at(-1) ?? ''
    const read = this.#store.all<{ term: string }>(
      `SELECT term FROM search_vocabulary WHERE term > ? LIMIT ${SOME}`,
      last,
    )
    this.#words.push(...read.map(({ term }) => term))
    this.#isRead = read.length < SOME
    // In the order of code units, which is what the token set is built by; SQLite's is that of bytes.
    if (this.#isRead) this.#words.sort()
    return true
  }

  #insertSome(): boolean {
    const next = this.#words.slice(this.#inserted, this.#inserted + SOME)
    for (const word of next) this.#builder.insert(word)
    this.#inserted += next.length
    if (this.#inserted < this.#words.length) return true
    this.#builder.finish()
    return false
  }
}
