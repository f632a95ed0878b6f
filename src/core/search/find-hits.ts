import type { ParsedInput } from '#contract/engine.ts'
import type { SearchHit } from '#contract/search.ts'
import type { Store } from '../casebook/casebook.ts'
import { type Leaf, positiveLeaves, type Query } from './language/query.ts'
import type { Compiled } from './matching/compile-query.ts'
import { type HeavyAnswer, rankHeavyWords } from './matching/heavy-words.ts'
import { orderScreens, screensRound } from './matching/nearness.ts'
import { countItems, type Page, rankAndCount, rankItems } from './matching/rank-items.ts'
import { itemsWith } from './matching/vocabulary.ts'
import { cutHits } from './passages/cut-hits.ts'

/** One page of hits, ranked and cut, and how many there are. */

const HITS_A_PAGE = 20

export interface Sought {
  /** What is marked in the hits. */
  readonly wanted: Query
  /** The same in its scope. */
  readonly query: Query
  readonly compiled: Compiled
}

/** `goOn` is called before each hit is cut; what it throws ends the search. */
export function findHits(
  store: Store,
  { wanted, query, compiled }: Sought,
  input: ParsedInput<'search.run'>,
  goOn: () => void,
): { total: number; hits: SearchHit[] } {
  const page = { offset: input.offset ?? 0, limit: input.limit ?? HITS_A_PAGE }
  const isRanked = compiled.match !== null && (input.sort ?? 'relevance') === 'relevance'
  const read = isRanked && page.limit > 0 ? screensRound(page) : page
  const { total, items } = rank(store, query, compiled, input, read)
  const hits = cutHits(store, wanted, items, input.passages, goOn)
  const from = page.offset - read.offset
  return { total, hits: isRanked ? orderScreens(hits).slice(from, from + page.limit) : hits }
}

function rank(
  store: Store,
  query: Query,
  compiled: Compiled,
  { kinds, sort = 'relevance' }: ParsedInput<'search.run'>,
  page: Page,
): HeavyAnswer {
  if (sort !== 'relevance' || compiled.match === null) {
    return { total: countItems(store, compiled, kinds), items: rankItems(store, compiled, kinds, sort, page) }
  }
  const kept = kinds === undefined ? rankHeavyWords(store, query, page) : null
  if (kept !== null) return kept
  if (page.limit > 0 && positiveLeaves(query).some(takesLong))
    return rankAndCount(store, compiled, kinds, page)
  const word = kinds === undefined ? onlyWord(query) : null
  const total = word === null ? countItems(store, compiled, kinds) : itemsWith(store, word)
  return { total, items: rankItems(store, compiled, kinds, sort, page) }
}

/** The query where it is one word: how often that stands anywhere was asked already. */
function onlyWord(query: Query): string | null {
  const [only, ...others] = query.op === 'run' ? query.of : []
  return only?.words.length === 1 && !only.prefix && others.length === 0 ? (only.words[0] ?? null) : null
}

/** What FTS5 looks up slowly; of single words it counts the hits almost for nothing. */
function takesLong(leaf: Leaf): boolean {
  if (leaf.op === 'run') return leaf.of.some(takesLong)
  if (leaf.op === 'words') return leaf.prefix || leaf.words.length > 1
  return leaf.op === 'near' || leaf.op === 'typo'
}
