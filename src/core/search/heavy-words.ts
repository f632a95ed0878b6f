import type { Store } from '../casebook/casebook.ts'
import { indexVersion } from './index-version.ts'
import { phraseOf } from './match-words.ts'
import type { Query, Words } from './query.ts'
import { type Page, RANK, type RankedItem } from './rank-items.ts'
import { itemsWith } from './vocabulary.ts'

/**
 * Words, beginnings of words and phrases that are dear to score, kept in memory with what each text scores for them. BM25 is a
 * sum over the parts of a query, so a query of such parts is an intersection and a sum: a hundred times cheaper than asking FTS5 to
 * score every text again.
 *
 * The scores are FTS5's own. They hang on how many texts there are and how long, so they are good for one version of the index and
 * dropped with it. The first search for a dear part is left to FTS5; who asks again will ask a third time.
 */
export interface HeavyAnswer {
  readonly total: number
  readonly items: readonly RankedItem[]
}

/**
 * The same hits in the same order as FTS5 would give; null where the query is not made of such parts alone, or none is dear.
 * `from`: in how many things a heavy word stands.
 */
export function rankHeavyWords(store: Store, query: Query, page: Page, from = HEAVY): HeavyAnswer | null {
  const parts = partsOf(query)
  if (parts === null) return null
  const isDear = parts.map((part) => isDearPart(part) || itemsWith(store, part.words[0] ?? '') >= from)
  if (!isDear.includes(true)) return null
  const kept = heavyWordsOf(store)
  const lists: Scores[] = []
  for (const [at, part] of parts.entries()) {
    const scores = kept.scoresOf(store, phraseOf(part), isDear[at] === true)
    if (scores === null) return null
    lists.push(scores)
  }
  return pageOf(addUp(lists), page)
}

/** To find where a phrase or the beginning of a word stands takes FTS5 long, however few things hold it. */
function isDearPart({ words, prefix }: Words): boolean {
  return prefix || words.length > 1
}

/** Fewer texts than this FTS5 scores in a moment. */
const HEAVY = 3_000
/** How much is kept, in bytes; what was not asked for longest goes first. */
const ROOM = 96 * 1024 * 1024

/** Items ascending, and the score of each. */
interface Scores {
  readonly items: Float64Array
  readonly scores: Float64Array
}

function partsOf(query: Query): readonly Words[] | null {
  if (query.op !== 'run' && query.op !== 'words') return null
  const parts = query.op === 'run' ? query.of : [query]
  // FTS5 is asked for each once too (`match-words.ts`).
  return [...new Map(parts.map((part) => [phraseOf(part), part])).values()]
}

class HeavyWords {
  readonly version: string
  readonly #kept = new Map<string, Scores>()
  readonly #asked = new Set<string>()
  #bytes = 0

  constructor(version: string) {
    this.version = version
  }

  /** `match`: the part as an FTS5 expression. Null for a dear one that is asked for the first time. */
  scoresOf(store: Store, match: string, isDear: boolean): Scores | null {
    const kept = this.#kept.get(match)
    if (kept !== undefined) {
      // Put behind the others: the first of the map is the one not asked for longest.
      this.#kept.delete(match)
      this.#kept.set(match, kept)
      return kept
    }
    if (isDear && !this.#asked.has(match)) {
      this.#asked.add(match)
      return null
    }
    return this.#keep(match, readScores(store, match))
  }

  #keep(match: string, scores: Scores): Scores {
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
  const statement = store.db.prepare(
    `SELECT rowid, -${RANK} FROM search_words WHERE search_words MATCH ? ORDER BY rowid`,
  )
  const rows = statement.raw().all(match) as [number, number][]
  return {
    items: Float64Array.from(rows, ([item]) => item),
    scores: Float64Array.from(rows, ([, score]) => score),
  }
}

/** The items that are in all lists. Their scores are added in the order of the query, as FTS5 does: floats are not associative. */
function addUp(lists: readonly Scores[]): Scores {
  const shortestFirst = lists.map(({ items }) => items).sort((a, b) => a.length - b.length)
  const items = shortestFirst.reduce(common)
  const scores = new Float64Array(items.length)
  for (const list of lists) addScores(items, scores, list)
  return { items, scores }
}

function common(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length)
  let found = 0
  let at = 0
  for (const item of one) {
    while (at < other.length && (other[at] ?? 0) < item) at += 1
    if (other[at] === item) {
      both[found] = item
      found += 1
    }
  }
  return both.subarray(0, found)
}

/** Every one of `items` is in the list. */
function addScores(items: Float64Array, scores: Float64Array, list: Scores): void {
  let at = 0
  for (let index = 0; index < items.length; index += 1) {
    while (list.items[at] !== items[index]) at += 1
    scores[index] = (scores[index] ?? 0) + (list.scores[at] ?? 0)
  }
}

function pageOf({ items, scores }: Scores, { offset, limit }: Page): HeavyAnswer {
  const best = bestOf(items, scores, offset + limit).slice(offset)
  return { total: items.length, items: best }
}

/** The best `most`, the newer item first where two score the same: as the order of the SQL in `rank-items.ts`. */
function bestOf(items: Float64Array, scores: Float64Array, most: number): RankedItem[] {
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
