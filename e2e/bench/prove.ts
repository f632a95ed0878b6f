import { warmVocabulary } from '../../src/core/search/matching/vocabulary.ts'
import { searchHandlers } from '../../src/core/search/search.ts'
import { hostileQueries } from '../../src/core/search/test-hostile-queries.ts'
import { type BenchQuery, drawQueries } from './bench-queries.ts'
import { casebookContender, typed } from './casebook-contender.ts'
import type { Article, Corpus } from './corpus.ts'
import { milliseconds, spread } from './measure.ts'

/** What only Casebook is asked: whether its first page is bm25's, what hostile queries cost it, and what texts of a million characters. */
export interface Proofs {
  /** The share of first pages that hold the hits of plain bm25: after building, and after additions, edits and deletions. */
  readonly exact: number
  readonly exactAfterChanges: number
  readonly slowestHostile: { readonly about: string; readonly ms: number }
  /** Reading all words in, for typing slips: done once, step by step, while nobody asks anything. In all, and the longest step. */
  readonly words: { readonly all: number; readonly step: number }
  readonly facets: number
  /** A page of 20 hits of 1,000,000 characters, and of 20 short ones, for each shape of query. */
  readonly long: readonly ({ readonly shape: string } & LongAndShort)[]
}

/** Medians, and the first time, when nothing was kept of them yet. */
interface LongAndShort {
  readonly long: number
  readonly short: number
  readonly first: { readonly long: number; readonly short: number }
}

type Opened = ReturnType<typeof casebookContender>

export function prove(corpus: Corpus, size: number): Proofs {
  const casebook = casebookContender()
  casebook.build(corpus.articles(size))
  const queries = drawQueries(corpus.articles(Math.min(size, 2_000))).filter(({ kind }) => kind !== 'typo')
  for (const query of queries) casebook.search(query)
  const exact = shareOfExact(casebook, queries)
  change(casebook, corpus.articles(200))
  const exactAfterChanges = shareOfExact(casebook, queries)
  // Before the words are read in: whoever asks first must not wait for that either.
  const hostile = [...hostileQueries, ...slips(queries)].map(([about, query]) => ({
    about,
    ms: milliseconds(() => run(casebook, query)),
  }))
  const words = readWords(casebook)
  const proofs = {
    exact,
    exactAfterChanges,
    words,
    slowestHostile: hostile.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest)),
    facets: medianOf(casebook, queries.filter(({ kind }) => kind === 'mid').map(typed), true),
    long: longTexts(casebook, corpus),
  }
  casebook.close()
  return proofs
}

/** What has a slip in it, as a word of its own, as one among many, and said to have two. */
function slips(queries: readonly BenchQuery[]): (readonly [about: string, query: string])[] {
  const words = queries.filter(({ kind }) => kind === 'mid').map(({ words: [word = ''] }) => word)
  const long = words.filter((word) => word.length >= 8).map((word) => `${word.slice(0, 3)}${word.slice(4)}qz`)
  const [first = 'envoyage'] = long
  return [
    ['a word with slips', first],
    ['eight words with slips', long.slice(0, 8).join(' ')],
    ['a word that is two slips away', `${first}~2`],
  ]
}

function readWords({ opened }: Opened): Proofs['words'] {
  const steps: number[] = []
  for (let more = true; more; ) {
    const started = performance.now()
    more = warmVocabulary(opened().store)
    steps.push(performance.now() - started)
  }
  return { all: steps.reduce((sum, step) => sum + step, 0), step: Math.max(...steps) }
}

function run({ opened }: Opened, query: string, withFacets = false) {
  return searchHandlers['search.run'](opened(), {
    query,
    passages: 3,
    ...(withFacets && { facets: ['publisher', 'month', 'language', 'kind'], timeline: true }),
  })
}

function shareOfExact(casebook: Opened, queries: readonly BenchQuery[]): number {
  const { store } = casebook.opened()
  const exact = queries.filter((query) => {
    const wanted = store.all<{ id: string }>(
      `SELECT id FROM (SELECT rowid AS item, bm25(search_words, 5.0, 1.0, 0.3) AS r FROM search_words
         WHERE search_words MATCH ? ORDER BY r, rowid DESC LIMIT 20) JOIN sources ON key = item >> 3`,
      matchOf(query),
    )
    // Asked three times: by FTS5, then kept, then from memory.
    run(casebook, typed(query))
    run(casebook, typed(query))
    const found = new Set<string>(run(casebook, typed(query)).hits.map(({ id }) => id))
    return found.size === wanted.length && wanted.every(({ id }) => found.has(id))
  })
  return exact.length / queries.length
}

function matchOf({ kind, words }: BenchQuery): string {
  if (kind === 'phrase') return `"${words.join(' ')}"`
  return words.map((word) => `"${word}"${kind === 'prefix' ? '*' : ''}`).join(' AND ')
}

/** Every tenth title is edited, every fifteenth text deleted; the work of an afternoon. */
function change(casebook: Opened, articles: Iterable<Article>): void {
  for (const article of articles) casebook.addOne?.(article)
  casebook.opened().record('test', (tx) => {
    tx.store.run(`UPDATE sources SET title = title || ' corrected' WHERE key % 997 = 0`)
    tx.store.run('DELETE FROM sources WHERE key % 1009 = 0')
    tx.describe('Changed much')
  })
}

/** Words that stand in long texts alone, at places far apart, and words that stand in short ones alone, written in the same ways. */
function longTexts(casebook: Opened, corpus: Corpus): Proofs['long'] {
  const [sample] = corpus.articles(1)
  if (sample === undefined) return []
  const half = sample.body.repeat(Math.ceil(500_000 / sample.body.length))
  const often = (word: string) => half.replaceAll('\n', ` ${word} \n`)
  const add = (name: string, part: string) =>
    casebook.addOne?.({ ...sample, body: `${part} ${name}one ${name}two ${part} ${name}two ${name}far` })
  for (let at = 0; at < 20; at += 1) {
    add('zzlong', half)
    add('zzshort', sample.body)
    casebook.addOne?.({ ...sample, body: often('zzlongoften').repeat(2) })
    casebook.addOne?.({ ...sample, body: `${sample.body} zzshortoften` })
  }
  const shapes: readonly (readonly [shape: string, query: (name: string) => string])[] = [
    ['one word', (name) => `${name}one`],
    ['a word in two places', (name) => `${name}two`],
    ['two words far apart', (name) => `${name}one ${name}far`],
    ['a phrase', (name) => `"${name}one ${name}two"`],
    ['a word in every paragraph', (name) => `${name}often`],
  ]
  return shapes.map(([shape, query]) => ({ shape, ...inTurn(casebook, query('zzlong'), query('zzshort')) }))
}

/** Medians, once both were asked twice; what else the machine does meanwhile slows both. */
function inTurn(casebook: Opened, one: string, other: string): LongAndShort {
  const ask = () => ({
    long: milliseconds(() => run(casebook, one)),
    short: milliseconds(() => run(casebook, other)),
  })
  const first = ask()
  const times = Array.from({ length: 12 }, ask).slice(1)
  return {
    long: spread(times.map(({ long }) => long)).p50,
    short: spread(times.map(({ short }) => short)).p50,
    first,
  }
}

function medianOf(casebook: Opened, queries: readonly string[], withFacets = false): number {
  const times = Array.from({ length: 7 }, () =>
    queries.map((query) => milliseconds(() => run(casebook, query, withFacets))),
  )
  return spread(times.flat()).p50
}
