import type { ParsedInput } from '#contract/engine.ts'
import type { SearchAnswer, SearchHit, SearchPassage } from '#contract/search.ts'
import type { Span } from '#contract/sources.ts'
import { cutSnippet } from '#text/snippet.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { compileQuery } from './compile-query.ts'
import { type FoundItem, readItem } from './found-items.ts'
import { markItem } from './mark-item.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import { type RankedItem, rankItems } from './rank-items.ts'
import { similarWords } from './similar-words.ts'

const HITS_A_PAGE = 20

/** Answers `search.run`. A query that cannot be read is searched for as its plain words, and the message says why. */
export function runSearch({ store }: Reading, input: ParsedInput<'search.run'>): SearchAnswer {
  const { query, message } = parseQuery(input.query)
  if (query === null) return { query: input.query, total: 0, hits: [], message }
  const compiled = compileQuery(query, (word, slips) => similarWords(store, word, slips))
  const page = { offset: input.offset ?? 0, limit: input.limit ?? HITS_A_PAGE }
  const { total, items } = rankItems(store, compiled, input.kinds, page)
  const hits = items.flatMap((one) => hitOf(store, query, one, input.passages) ?? [])
  return { query: input.query, total, hits, message }
}

function hitOf(
  store: Store,
  query: Query,
  ranked: RankedItem,
  passages = Number.POSITIVE_INFINITY,
): SearchHit | null {
  const item = readItem(store, ranked.item)
  if (item === null) return null
  const { kind, id, source, title, publisher, published } = item
  const matches = markItem(store, query, item)
  return {
    kind,
    id,
    source,
    title,
    publisher,
    published,
    score: ranked.score,
    passages: matches.slice(0, passages).map((_, at) => passageOf(item, matches, at)),
    matches: matches.length,
  }
}

/** The match number `at`, and the text round it with all matches in it. */
function passageOf({ searched }: FoundItem, matches: readonly Span[], at: number): SearchPassage {
  const match = matches[at] ?? { start: 0, end: 0 }
  const snippet = cutSnippet(searched.text, matches.slice(at))
  return {
    start: match.start,
    end: match.end,
    text: searched.text.slice(match.start, match.end),
    snippet: snippet.text,
    snippetStart: snippet.start,
    marks: snippet.marks,
  }
}
