import type { Store } from '../../casebook/casebook.ts'
import { readSearchedText } from '../index/found-items.ts'
import { allOf, anyOf, type LookedUp, type Pattern, type Query } from '../language/query.ts'
import type { Condition } from './compile-fields.ts'
import { type Compiled, compileQuery } from './compile-query.ts'
import { indexVersion } from './index-version.ts'
import { PatternTooSlow, testTexts } from './pattern-runner.ts'
import { filterOf } from './rank-items.ts'
import { similarWords } from './vocabulary.ts'

/**
 * Regular expressions have no index: what fulfils the rest of the query is read, text by text. That is stopped after a while, and for a
 * pattern that never ends; `message` then says how far it came.
 */
export interface Resolved {
  /** Without `pattern`. */
  readonly query: Query
  readonly message: string | null
}

/** `goOn` is called between two batches; what it throws ends the search. */
export function lookUpPatterns(store: Store, query: Query, goOn: () => void = () => {}): Resolved {
  const patterns = patternsOf(query)
  if (patterns.length === 0) return { query, message: null }
  const candidates = filterOfCandidates(store, candidatesOf(query))
  const { items, message } = lookUp(
    store,
    patterns.map(({ pattern }) => pattern),
    candidates,
    goOn,
  )
  const leaves = patterns.map(
    ({ pattern }, at): LookedUp => ({ op: 'looked-up', pattern, items: items[at] ?? [] }),
  )
  return { query: replaced(query, new Map(patterns.map((leaf, at) => [leaf, leaves[at] ?? leaf]))), message }
}

interface LookUp {
  /** For each pattern what it stands in. */
  readonly items: readonly (readonly number[])[]
  readonly message: string | null
}

function patternsOf(query: Query): Pattern[] {
  if (query.op === 'all' || query.op === 'any') return query.of.flatMap(patternsOf)
  if (query.op === 'not') return patternsOf(query.of)
  return query.op === 'pattern' ? [query] : []
}

/** What whatever fulfils the query fulfils at least, with no pattern in it; null for everything. */
function candidatesOf(query: Query): Query | null {
  if (patternsOf(query).length === 0) return query
  if (query.op !== 'all' && query.op !== 'any') return null
  const parts = query.of.map(candidatesOf)
  const known = parts.filter((part) => part !== null)
  if (query.op === 'any') return known.length < parts.length ? null : anyOf(known)
  return known.length === 0 ? null : allOf(known)
}

/** The statement that lists them. */
function filterOfCandidates(store: Store, query: Query | null): Condition {
  const compiled: Compiled =
    query === null
      ? { match: null, where: null }
      : compileQuery(query, (word, slips) => similarWords(store, word, slips).map((one) => one.word))
  const { sql, values } = filterOf(compiled, undefined)
  // Of everything the index itself need not be asked: its rows are numbered in the table beside it.
  const from =
    query === null
      ? 'SELECT id AS item FROM search_words_docsize'
      : `SELECT rowid AS item FROM search_words ${sql}`
  return { sql: from, values }
}

/** Milliseconds for all texts together. */
const PATIENCE = 8_000
/** The same with a pattern that may try endlessly sooner or later, as `(a+)+` does. */
const PATIENCE_NESTED = 500
/** Once a pattern took too long on some texts: what is left for the others of the query. */
const PATIENCE_LEFT = 150
/** A repetition at whose end a repetition ends. */
const NESTED = /[+*}][^()]*\)[+*{]/
/** Characters that are looked through at a time: what a pattern of the ordinary kind does in some milliseconds. */
const BATCH = 300_000

function lookUp(
  store: Store,
  patterns: readonly RegExp[],
  { sql, values }: Condition,
  goOn: () => void,
): LookUp {
  const key = JSON.stringify([indexVersion(store), patterns.map(String), sql, values])
  const known = lookedUp.get(store)
  if (known?.key === key) return known.found
  const candidates = store.all<{ item: number }>(sql, ...values).map(({ item }) => item)
  const found = readThrough(store, patterns, candidates, goOn)
  lookedUp.set(store, { key, found })
  return found
}

/** The page, the facets and the next page ask for the same patterns again. */
const lookedUp = new WeakMap<Store, { key: string; found: LookUp }>()

/** Every text is read once for all patterns. */
function readThrough(
  store: Store,
  patterns: readonly RegExp[],
  candidates: readonly number[],
  goOn: () => void,
): LookUp {
  const sought = new Set(patterns.map((pattern) => ({ pattern, items: [] as number[] })))
  const items = [...sought].map((one) => one.items)
  const isNested = patterns.some(({ source }) => NESTED.test(source))
  let until = performance.now() + (isNested ? PATIENCE_NESTED : PATIENCE)
  let message: string | null = null
  let done = 0
  for (const batch of batchesOf(store, candidates)) {
    goOn()
    for (const one of sought) {
      if (performance.now() > until && message !== null) return { items, message }
      const found = standingIn(batch, one.pattern)
      one.items.push(...(found ?? []))
      if (found !== null) continue
      sought.delete(one)
      message = TOO_SLOW
      until = Math.min(until, performance.now() + PATIENCE_LEFT)
    }
    done += batch.length
    if (sought.size === 0 || done === candidates.length) break
    if (performance.now() > until) return { items, message: message ?? stoppedAfter(done, candidates.length) }
  }
  return { items, message }
}

/** The texts that the pattern stands in; null where it takes too long to tell. */
function standingIn(batch: readonly Candidate[], pattern: RegExp): number[] | null {
  try {
    const stands = testTexts(
      pattern,
      batch.map(({ text }) => text),
    )
    return batch.filter((_, at) => stands[at] === true).map(({ item }) => item)
  } catch (error) {
    if (error instanceof PatternTooSlow) return null
    throw error
  }
}

const TOO_SLOW =
  'The pattern takes too long on one of the texts and was stopped: what it found so far is shown. Repetitions inside repetitions, like (a+)+, are the usual reason.'

function stoppedAfter(done: number, all: number): string {
  return `The pattern was looked up in ${done.toLocaleString('en')} of ${all.toLocaleString('en')} texts and then stopped: add words that must stand beside it.`
}

interface Candidate {
  readonly item: number
  readonly text: string
}

function* batchesOf(store: Store, items: readonly number[]): Generator<Candidate[]> {
  let batch: Candidate[] = []
  let characters = 0
  for (const item of items) {
    const text = readSearchedText(store, item)
    if (text === null) continue
    batch.push({ item, text })
    characters += text.length
    if (characters < BATCH) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

function replaced(query: Query, found: ReadonlyMap<Pattern, Query>): Query {
  if (query.op === 'all' || query.op === 'any')
    return { ...query, of: query.of.map((part) => replaced(part, found)) }
  if (query.op === 'not') return { op: 'not', of: replaced(query.of, found) }
  return (query.op === 'pattern' && found.get(query)) || query
}
