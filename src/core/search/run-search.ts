import type { ParsedInput } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { SearchFilters } from '#contract/saved-searches.ts'
import type { ExplainedPart, SearchAnswer, SearchKind } from '#contract/search.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import type { Job } from '../handlers.ts'
import { countFacet } from './count-facets.ts'
import { findHits } from './find-hits.ts'
import { describeLeaf, describeWithout, writeLeaf, writeQuery } from './language/describe-query.ts'
import { filtersBesides, narrowQuery, replaced, within } from './language/narrow-query.ts'
import { parseQuery } from './language/parse-query.ts'
import { allOf, type Leaf, type Query } from './language/query.ts'
import { readQuestion } from './language/read-question.ts'
import { type Compiled, compileQuery } from './matching/compile-query.ts'
import { lookUpPatterns } from './matching/look-up-patterns.ts'
import { countItems, filterOf } from './matching/rank-items.ts'
import { correctSpelling, suggestQueries } from './matching/suggest-queries.ts'
import { similarWords } from './matching/vocabulary.ts'
import { readTimeline } from './timeline.ts'

/**
 * Answers `search.run`. A query that cannot be read is searched for as its plain words. A question, or a word that nothing holds
 * and that is almost another one, is answered by the query that was meant. `message` says so each time. It is broken off between two
 * of its steps when the signal says so.
 * @throws CasebookError job.cancelled
 */
export function runSearch(
  { store }: Reading,
  asked: ParsedInput<'search.run'>,
  job?: Pick<Job, 'signal'>,
): SearchAnswer {
  return store.atOnce(() => answer(store, asked, job))
}

function answer(
  store: Store,
  asked: ParsedInput<'search.run'>,
  job: Pick<Job, 'signal'> | undefined,
): SearchAnswer {
  const goOn = () => {
    if (job?.signal.aborted === true)
      throw new CasebookError('job.cancelled', 'A newer search took its place.')
  }
  // Where nothing was replaced there is nothing to leave out, and the search need not look.
  const input = { ...asked, newest: asked.newest === true && holdsReplaced(store) }
  const { query, message, slip } = parseQuery(input.query)
  if (query === null) return { ...nothing(input.query), message, slip }
  const chosen = message === null ? chooseQuery(store, input, query) : { query, message, instead: null }
  goOn()
  const wanted = within(chosen.query, input.within)
  const narrowed = lookUpPatterns(store, narrowQuery(wanted, input), goOn)
  const compiled = compile(store, narrowed.query)
  const { total, hits } = findHits(store, { wanted, query: narrowed.query, compiled }, input, goOn)
  return {
    query: input.query,
    total,
    older: input.newest
      ? countOf(store, allOf([narrowQuery(wanted, { ...input, newest: false }), replaced]), input.kinds)
      : 0,
    hits,
    message: chosen.message ?? narrowed.message,
    slip,
    instead: chosen.instead,
    suggestions: suggestQueries(store, query, total, (other) =>
      countOf(store, narrowQuery(within(other, input.within), input), input.kinds),
    ).filter(({ kind }) => slip === null || kind !== 'any-word'),
    ...cutFacets(facetsOf(store, wanted, input, goOn), input.facetValues),
    timeline: input.timeline === true ? readTimeline(store, filterOf(compiled, input.kinds)) : null,
    explained: input.explain === true ? explain(store, narrowed.query, input.kinds) : [],
  }
}

/** Everything that a search finds, as items of the index in ascending order. */
export function foundBy(store: Store, typed: string, filters: SearchFilters): number[] {
  const { query, message } = parseQuery(typed)
  if (query === null) return []
  const { kinds } = filters
  const chosen = message === null ? chooseQuery(store, { query: typed, kinds }, query).query : query
  const narrowed = narrowQuery(within(chosen, filters.within), filters)
  const { sql, values } = filterOf(compile(store, narrowed), kinds)
  return store
    .all<{ item: number }>(`SELECT rowid AS item FROM search_words ${sql} ORDER BY rowid`, ...values)
    .map(({ item }) => item)
}

function facetsOf(
  store: Store,
  query: Query,
  { facets = [], filters = [], published, newest, kinds }: ParsedInput<'search.run'>,
  goOn: () => void,
): SearchAnswer['facets'] {
  return Object.fromEntries(
    facets.map((facet) => {
      goOn()
      const compiled = compile(
        store,
        narrowQuery(query, { filters: filtersBesides(filters, facet), published, newest }),
      )
      return [facet, countFacet(store, filterOf(compiled, kinds), facet)]
    }),
  )
}

/** Of each facet so many values, and how many it has. */
function cutFacets(
  all: SearchAnswer['facets'],
  most: number | undefined,
): Pick<SearchAnswer, 'facets' | 'facetTotals'> {
  const facets = Object.entries(all)
  return {
    facets: Object.fromEntries(facets.map(([facet, values]) => [facet, values.slice(0, most)])),
    facetTotals: Object.fromEntries(facets.map(([facet, values]) => [facet, values.length])),
  }
}

function nothing(query: string): SearchAnswer {
  return {
    query,
    total: 0,
    older: 0,
    hits: [],
    message: null,
    slip: null,
    instead: null,
    suggestions: [],
    facets: {},
    facetTotals: {},
    timeline: null,
    explained: [],
  }
}

function holdsReplaced(store: Store): boolean {
  return store.value<number>('SELECT EXISTS (SELECT 1 FROM sources WHERE replaces IS NOT NULL)') === 1
}

interface Chosen {
  readonly query: Query
  readonly message: string | null
  readonly instead: string | null
}

function chooseQuery(store: Store, { query: typed, kinds }: ParsedInput<'search.run'>, query: Query): Chosen {
  const question = readQuestion(typed, query)
  if (question !== null) return { query: question, message: AS_QUESTION, instead: writeQuery(question) }
  const corrected = correctSpelling(store, query)
  if (corrected === null || countOf(store, corrected, kinds) === 0)
    return { query, message: null, instead: null }
  const instead = writeQuery(corrected)
  return { query: corrected, message: `Nothing has “${typed.trim()}”. These have “${instead}”.`, instead }
}

const AS_QUESTION =
  'Read as a question: these have some of its words, the best first. Put quotation marks round words that must stand together.'

function countOf(store: Store, query: Query, kinds: readonly SearchKind[] | undefined): number {
  return countItems(store, compile(store, query), kinds)
}

/** A query as SQLite is asked it in this casebook, whose words tell what a slip may mean. */
export function compile(store: Store, query: Query): Compiled {
  return compileQuery(lookUpPatterns(store, query).query, (word, slips) =>
    similarWords(store, word, slips).map((similar) => similar.word),
  )
}

function explain(store: Store, query: Query, kinds: readonly SearchKind[] | undefined): ExplainedPart[] {
  return signedParts(query).map(({ leaf, isOut }) => ({
    part: `${isOut ? '-' : ''}${writeLeaf(leaf)}`,
    meaning: isOut ? describeWithout(leaf) : describeLeaf(leaf),
    total: countOf(store, leaf, kinds),
  }))
}

/** Every part by itself, and whether it is left out; that older versions are is said elsewhere. */
function signedParts(query: Query, isOut = false): { readonly leaf: Leaf; readonly isOut: boolean }[] {
  if (query === replaced) return []
  if (query.op === 'not') return signedParts(query.of, !isOut)
  if (query.op === 'all' || query.op === 'any') return query.of.flatMap((one) => signedParts(one, isOut))
  const leaves = query.op === 'run' ? query.of : [query]
  return leaves.map((leaf) => ({ leaf, isOut }))
}
