import type { Store } from '../../casebook/casebook.ts'
import type { Query, Words } from '../language/query.ts'
import { indexVersion } from './index-version.ts'
import { phraseOf } from './match-words.ts'
import { type Page, RANK, type RankedItem } from './rank-items.ts'
import { itemsWith } from './vocabulary.ts'

/**
 * Words, beginnings of words and phrases, kept in memory with what each text scores for them. BM25 is a sum over the parts of a query,
 * so a query of such parts is an intersection and a sum: a hundred times cheaper than asking FTS5 to score every text again.
 *
 * The scores are FTS5's own. They hang on how many texts there are and how long, so they are good for one version of the index and
 * dropped with it. One light word is read in when it is asked for, which costs no more than ranking it. Everything else is left
 * to FTS5 the first time: who asks again will ask a third time. What was left to it is read in while nobody asks anything.
 */
export interface HeavyAnswer {
  readonly total: number
  readonly items: readonly RankedItem[]
}

/**
 * The same hits in the same order as FTS5 would give; null where the query is not made of such parts alone, or not all are kept.
 * `from`: in how many things a heavy word stands.
 */
export function rankHeavyWords(store: Store, query: Query, page: Page, from = HEAVY): HeavyAnswer | null {
  const parts = partsOf(query)
  if (parts === null) return null
  const kept = heavyWordsOf(store)
  const missing = parts.filter((part) => !kept.holds(phraseOf(part)))
  const [only] = missing
  const isLight = missing.length === 1 && only !== undefined && isLightWord(store, only, from)
  const often = parts.length === 1 ? 1 : OFTEN
  if (!isLight && !missing.every((part) => kept.timesAsked(phraseOf(part)) >= often)) {
    for (const part of missing) kept.noteAsked(phraseOf(part))
    return null
  }
  const matches = parts.map(phraseOf)
  const lists = matches.map((match) => kept.scoresOf(store, match))
  if (page.offset + page.limit > FRONT) return pageOf(lists, page)
  const { total, items } = kept.frontOf(matches, () => pageOf(lists, { offset: 0, limit: FRONT }))
  return { total, items: items.slice(page.offset, page.offset + page.limit) }
}

/**
 * Reads in one word that was left to FTS5 and may be asked for again: some hundredths of a second, while nobody asks anything.
 * @returns whether there may be more
 */
export function warmHeavyWords(store: Store): boolean {
  return heavyWordsOf(store).readNext(store)
}

/** To find where a phrase or the beginning of a word stands takes FTS5 long, however few things hold it. */
function isLightWord(store: Store, { words, prefix }: Words, from: number): boolean {
  const [word = '', ...others] = words
  return !prefix && others.length === 0 && itemsWith(store, word) < from
}

/** Fewer texts than this FTS5 scores in a moment. */
const HEAVY = 3_000
/** A query of several words costs FTS5 what the rarest does, a tenth of reading a common one in: that pays later. */
const OFTEN = 3
/** How much is kept, in bytes; what was not asked for longest goes first. */
const ROOM = 48 * 1024 * 1024
const MOST_ASKED = 1_000

/** Items ascending, and the score of each. */
interface Scores {
  readonly items: Uint32Array
  readonly scores: Float64Array
  /** The first `FRONT` of all by score: most who look at one word look no further. */
  readonly front: readonly RankedItem[]
}

const FRONT = 100
const MOST_FRONTS = 200
const NONE: Scores = { items: new Uint32Array(), scores: new Float64Array(), front: [] }

function partsOf(query: Query): readonly Words[] | null {
  if (query.op !== 'run' && query.op !== 'words') return null
  const parts = query.op === 'run' ? query.of : [query]
  // FTS5 is asked for each once too (`match-words.ts`).
  return [...new Map(parts.map((part) => [phraseOf(part), part])).values()]
}

class HeavyWords {
  readonly version: string
  readonly #kept = new Map<string, Scores>()
  /** How often what is not kept was asked for. */
  readonly #asked = new Map<string, number>()
  readonly #fronts = new Map<string, HeavyAnswer>()
  #bytes = 0

  constructor(version: string) {
    this.version = version
  }

  /** `match`: the part as an FTS5 expression. */
  holds(match: string): boolean {
    return this.#kept.has(match)
  }

  timesAsked(match: string): number {
    return this.#asked.get(match) ?? 0
  }

  noteAsked(match: string): void {
    this.#asked.set(match, this.timesAsked(match) + 1)
    const [oldest] = this.#asked.keys()
    if (oldest !== undefined && this.#asked.size > MOST_ASKED) this.#asked.delete(oldest)
  }

  /** Read in where they are not kept. */
  scoresOf(store: Store, match: string): Scores {
    const kept = this.#kept.get(match)
    if (kept === undefined) return this.#keep(match, readScores(store, match))
    // Put behind the others: the first of the map is the one not asked for longest.
    this.#kept.delete(match)
    this.#kept.set(match, kept)
    return kept
  }

  /** The best of several parts together: the next page is asked for, and the same again for what stands beside the list. */
  frontOf(matches: readonly string[], find: () => HeavyAnswer): HeavyAnswer {
    const asked = matches.join(' AND ')
    const front = this.#fronts.get(asked) ?? find()
    this.#fronts.set(asked, front)
    const [oldest] = this.#fronts.keys()
    if (oldest !== undefined && this.#fronts.size > MOST_FRONTS) this.#fronts.delete(oldest)
    return front
  }

  /** Words alone: where phrases and beginnings of words stand takes longer than whoever comes back to typing should wait. */
  readNext(store: Store): boolean {
    const match = [...this.#asked.keys()].find((asked) => !/[ *]/.test(asked))
    if (match === undefined || this.#bytes > ROOM / 2) return false
    this.scoresOf(store, match)
    return true
  }

  #keep(match: string, scores: Scores): Scores {
    this.#asked.delete(match)
    this.#kept.set(match, scores)
    this.#bytes += bytesOf(scores)
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= ROOM || oldest === match) break
      this.#kept.delete(oldest)
      this.#bytes -= bytesOf(old)
    }
    return scores
  }
}

const known = new WeakMap<Store, HeavyWords>()

function heavyWordsOf(store: Store): HeavyWords {
  const version = indexVersion(store)
  const kept = known.get(store)
  if (kept?.version === version) return kept
  const fresh = new HeavyWords(version)
  known.set(store, fresh)
  return fresh
}

function bytesOf({ items, scores }: Scores): number {
  return items.byteLength + scores.byteLength
}

function readScores(store: Store, match: string): Scores {
  const count = store.value<number>('SELECT count(*) FROM search_words WHERE search_words MATCH ?', match)
  const items = new Uint32Array(count)
  const scores = new Float64Array(count)
  const statement = store.db.prepare(
    `SELECT rowid, -${RANK} FROM search_words WHERE search_words MATCH ? ORDER BY rowid`,
  )
  let at = 0
  // One by one: as an array, a hundred thousand rows would need ten times the room of what is kept.
  for (const [item, score] of statement.raw().iterate(match) as IterableIterator<[number, number]>) {
    items[at] = item
    scores[at] = score
    at += 1
  }
  return { items, scores, front: bestOf(items, scores, FRONT) }
}

function pageOf(lists: readonly Scores[], { offset, limit }: Page): HeavyAnswer {
  const [only] = lists
  const { items, scores, front } = lists.length === 1 && only !== undefined ? only : addUp(lists)
  const most = offset + limit
  const best = most <= front.length ? front : bestOf(items, scores, most)
  return { total: items.length, items: best.slice(offset, most) }
}

/** The items that are in all lists. Their scores are added in the order of the query, as FTS5 does: floats are not associative. */
function addUp(lists: readonly Scores[]): Scores {
  const [shortest] = lists.toSorted((a, b) => a.items.length - b.items.length)
  const items = new Uint32Array(shortest?.items.length ?? 0)
  const scores = new Float64Array(items.length)
  const places = lists.map(() => 0)
  let found = 0
  for (const item of shortest?.items ?? []) {
    let score = 0
    let isInAll = true
    for (let at = 0; at < lists.length && isInAll; at += 1) {
      const list = lists[at] ?? NONE
      const place = placeOf(list.items, item, places[at] ?? 0)
      places[at] = place
      isInAll = list.items[place] === item
      score += list.scores[place] ?? 0
    }
    if (!isInAll) continue
    items[found] = item
    scores[found] = score
    found += 1
  }
  return { items: items.subarray(0, found), scores: scores.subarray(0, found), front: [] }
}

/** Where `item` stands in an ascending list or would stand, not before `from`: with steps that double, since it is mostly near. */
function placeOf(items: Uint32Array, item: number, from: number): number {
  let low = from
  let step = 1
  while (low + step < items.length && (items[low + step] ?? 0) < item) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, items.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] ?? 0) < item) low = middle + 1
    else high = middle
  }
  return low
}

/** The best `most`, the newer item first where two score the same: as the order of the SQL in `rank-items.ts`. */
function bestOf(items: Uint32Array, scores: Float64Array, most: number): RankedItem[] {
  if (most === 0) return []
  const best: RankedItem[] = []
  for (let index = 0; index < items.length; index += 1) {
    const score = scores[index] ?? 0
    const last = best[most - 1]
    // Items ascend, so this one is newer than all before it: with the same score it goes before them.
    if (last !== undefined && score < last.score) continue
    insert(best, { item: items[index] ?? 0, score })
    if (best.length > most) best.pop()
  }
  return best
}

function insert(best: RankedItem[], one: RankedItem): void {
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((best[middle]?.score ?? 0) > one.score) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, one)
}
