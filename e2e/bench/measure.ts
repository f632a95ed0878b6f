import { type BenchQuery, drawQueries, queryKinds } from './bench-queries.ts'
import type { Contender } from './contenders.ts'
import type { Article, Corpus } from './corpus.ts'

/** What is measured of every contender, in a process of its own. Milliseconds, bytes, and megabytes of memory. */
export interface Figures {
  readonly textsPerSecond: number
  readonly bytes: number | null
  readonly textBytes: number
  /**
   * Of Casebook the whole program, which has nothing of the benchmark in it (`engine-memory.ts`); of the others what this process grew by, once
   * it had gone through all articles: making them leaves hundreds of megabytes lying about.
   */
  readonly memoryMb: number
  /** Once everything was asked twice, as by somebody who searches on; `first`: the first time. */
  readonly times: Readonly<Record<string, Spread & { first: number }>>
  /** The same of what was timed in turn with it; null where nothing was. */
  readonly beside: Readonly<Record<string, Spread>> | null
  readonly addOne: Spread | null
  /** From opening what is on the disk to the first answer, in a program that runs. */
  readonly coldOpen: number | null
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

const ROUNDS = 5
const ADDITIONS = 200

export function measure(contender: Contender, corpus: Corpus, size: number, isSlow: boolean): Figures {
  const articles = count(corpus.articles(size))
  // Drawn before: the words of two thousand articles are the benchmark's, not the contender's.
  const all = drawQueries(corpus.articles(Math.min(size, 2_000))).filter(({ kind }) =>
    contender.kinds.includes(kind),
  )
  for (const _ of corpus.articles(size));
  const before = residentBytes()
  const built = milliseconds(() => contender.build(articles)) - articles.milliseconds
  const queries = isSlow
    ? queryKinds.flatMap((kind) => all.filter((one) => one.kind === kind).slice(0, 2))
    : all
  const first = queries.map((query) => timed(query, contender.search))
  const { later, beside } = isSlow ? { later: first, beside: [] } : timeInTurn(queries, contender)
  const grownMb = (residentBytes() - before) / 1e6
  const one = queries.find(({ kind }) => kind === 'rare')
  return {
    textsPerSecond: (size / built) * 1_000,
    bytes: contender.bytes(),
    textBytes: articles.bytes,
    memoryMb: contender.memoryMb?.(queries) ?? grownMb,
    times: timesByKind(first, later),
    beside: beside.length === 0 ? null : timesByKind(beside, beside),
    addOne: addOne(contender, corpus.articles(ADDITIONS)),
    coldOpen: one === undefined ? null : coldOpen(contender, one),
  }
}

/** What is still needed: the benchmark starts its contenders with `--expose-gc`, and without it what is left lying about counts too. */
function residentBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

function coldOpen({ reopen, search }: Contender, query: BenchQuery): number | null {
  if (reopen === null) return null
  return milliseconds(() => {
    reopen()
    search(query)
  })
}

function addOne({ addOne: add }: Contender, articles: Iterable<Article>): Spread | null {
  if (add === null) return null
  return spread([...articles].map((article) => milliseconds(() => add(article))))
}

/** `milliseconds`: what making the articles took, which is the benchmark's own work. */
type Counted = Iterable<Article> & { bytes: number; milliseconds: number }

function count(articles: Generator<Article>): Counted {
  return {
    bytes: 0,
    milliseconds: 0,
    *[Symbol.iterator]() {
      for (;;) {
        const started = performance.now()
        const { done, value } = articles.next()
        this.milliseconds += performance.now() - started
        if (done === true) return
        this.bytes += Buffer.byteLength(value.body)
        yield value
      }
    },
  }
}

interface Timed {
  readonly kind: string
  readonly ms: number
}

/** Once everything was asked twice. */
function timeInTurn(queries: readonly BenchQuery[], { search, beside }: Contender) {
  for (const query of queries) search(query)
  if (beside !== undefined) for (const query of [...queries, ...queries]) beside(query)
  const later: Timed[] = []
  const inTurn: Timed[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const query of queries) {
      later.push(timed(query, search))
      if (beside !== undefined) inTurn.push(timed(query, beside))
    }
  return { later, beside: inTurn }
}

function timed(query: BenchQuery, search: Contender['search']): Timed {
  return { kind: query.kind, ms: milliseconds(() => search(query)) }
}

function timesByKind(first: readonly Timed[], later: readonly Timed[]): Figures['times'] {
  const of = (all: readonly Timed[], kind: string) =>
    all.filter((one) => one.kind === kind).map(({ ms }) => ms)
  return Object.fromEntries(
    queryKinds
      .filter((kind) => of(later, kind).length > 0)
      .map((kind) => [kind, { ...spread(of(later, kind)), first: spread(of(first, kind)).p50 }]),
  )
}

export function milliseconds(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const share = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  return { p50: share(0.5), p95: share(0.95), p99: share(0.99) }
}
