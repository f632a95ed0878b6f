import lunr from 'lunr'
import { editDistance } from '#text/typo.ts'
import type { Store } from '../../casebook/casebook.ts'
import { indexVersion } from './index-version.ts'
import { wordsNear } from './walk-words.ts'

/**
 * Words that are typing slips away from one. While nobody asks anything the search thread puts all words into lunr's token set, which
 * answers that 5 to 10 times faster than looking at each (`src/decisions`). Until then, and whenever the index has changed, they are
 * looked up in the index itself: no question waits for the words to be read.
 */
export interface SimilarWord {
  readonly word: string
  readonly slips: number
  /** How many things hold it. */
  readonly items: number
}

/** Nearest first, then the most frequent; the word itself is not among them. */
export function similarWords(store: Store, word: string, slips: number): readonly SimilarWord[] {
  if (word.length > LONGEST) return []
  const { similar } = answersOf(store)
  const asked = `${slips} ${word}`
  const known = similar.get(asked)
  if (known !== undefined) return known
  const found = near(store, word, slips)
    .filter((other) => other !== word)
    .map((other) => ({
      word: other,
      slips: editDistance(word, other, slips) ?? slips,
      items: itemsWith(store, other),
    }))
    .sort((a, b) => a.slips - b.slips || b.items - a.items)
    .slice(0, MOST)
  if (similar.size < MOST_SIMILAR) similar.set(asked, found)
  return found
}

function near(store: Store, word: string, slips: number): string[] {
  const kept = known.get(store)
  return kept?.version === indexVersion(store)
    ? kept.tokens
        .intersect(TokenSet.fromFuzzyString(labelled(word), slips))
        .toArray()
        .map(unlabelled)
    : wordsNear(store, word, slips)
}

/**
 * lunr tells the nodes of a token set apart by their labels and numbers written one behind the other, so that a digit in a word may be
 * taken for a part of a number: then words are found that are not there. As a label a digit is a sign that no word has.
 */
function labelled(word: string): string {
  return word.replace(/[0-9]/g, (digit) => String.fromCharCode(DIGITS + Number(digit)))
}

function unlabelled(word: string): string {
  return word.replace(/[\ue000-\ue009]/g, (label) => String(label.charCodeAt(0) - DIGITS))
}

/** For private use in Unicode: no letter. */
const DIGITS = 0xe000

/**
 * Reads a few more words in, ahead of the first slip of the finger: some milliseconds, so that a question need not wait.
 * @returns whether there are more to read
 */
export function warmVocabulary(store: Store): boolean {
  if (known.get(store)?.version === indexVersion(store)) return false
  const reader = reading.get(store) ?? new VocabularyReader(store)
  reading.set(store, reader)
  if (reader.readSome()) return true
  known.set(store, { tokens: reader.tokens, version: reader.version })
  reading.delete(store)
  return false
}

/**
 * How many things hold the word, exactly. FTS5 counts them one by one, so the answer is kept for this version of the index. The
 * vocabulary would tell it too, but counts all places on the way.
 */
export function itemsWith(store: Store, word: string): number {
  const { counts } = answersOf(store)
  const known = counts.get(word)
  if (known !== undefined) return known
  const items = store.value<number>(
    'SELECT count(*) FROM search_words WHERE search_words MATCH ?',
    `"${word}"`,
  )
  if (counts.size < MOST_COUNTS) counts.set(word, items)
  return items
}

/** What was answered for one version of the index. */
interface Answers {
  readonly version: string
  readonly counts: Map<string, number>
  readonly similar: Map<string, readonly SimilarWord[]>
}

const answered = new WeakMap<Store, Answers>()
const MOST_COUNTS = 10_000
const MOST_SIMILAR = 200

function answersOf(store: Store): Answers {
  const version = indexVersion(store)
  const kept = answered.get(store)
  if (kept?.version === version) return kept
  const fresh: Answers = { version, counts: new Map(), similar: new Map() }
  answered.set(store, fresh)
  return fresh
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
}

const known = new WeakMap<Store, Vocabulary>()
const reading = new WeakMap<Store, VocabularyReader>()

/** Words that are read at a time. */
const SOME = 100

/** First all words are read, then the token set is made of them; either in small steps. */
class VocabularyReader {
  readonly version: string
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
    return this.#isRead ? this.#insertSome() : this.#readWords()
  }

  #readWords(): true {
    const last = unlabelled(this.#words.at(-1) ?? '')
    const read = this.#store.all<{ term: string }>(
      `SELECT term FROM search_vocabulary WHERE term > ? LIMIT ${SOME}`,
      last,
    )
    this.#words.push(...read.map(({ term }) => labelled(term)))
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
