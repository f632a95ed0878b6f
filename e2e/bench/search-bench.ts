import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BenchQuery, drawQueries, queryKinds } from './bench-queries.ts'
import { contenders } from './contenders.ts'
import { type Article, openCorpus } from './corpus.ts'

/**
 * `npm run bench:search -- [--sizes 1000,10000] [--corpus FILE|FOLDER] [--only casebook,minisearch]`
 *
 * Each contender runs in a process of its own, one after the other, on the same articles and queries. What counts are the ratios
 * within one run: absolute figures are of the machine and of what else it did.
 */
interface Figures {
  readonly name: string
  readonly textsPerSecond: number
  readonly bytes: number | null
  readonly textBytes: number
  /** What the process grew by since the articles were at hand. */
  readonly memoryMb: number
  /** Milliseconds by kind of query: the median and the 95th of a hundred, once everything was asked once; and the first time. */
  readonly times: Readonly<Record<string, { p50: number; p95: number; first: number }>>
}

/** What cannot finish is stopped: it says so in the table. */
const PATIENCE = 600_000
const ROUNDS = 5

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    corpus: { type: 'string' },
    only: { type: 'string', default: Object.keys(contenders).join(',') },
    one: { type: 'string' },
  },
})
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'bench', 'frus.jsonl.gz')
const corpusPath = flags.corpus ?? (existsSync(shared) ? shared : null)

if (flags.one !== undefined) process.stdout.write(JSON.stringify(measure(flags.one, Number(flags.sizes))))
else for (const size of flags.sizes.split(',')) report(Number(size))

function measure(name: string, size: number): Figures {
  const corpus = openCorpus(corpusPath)
  const contender = contenders[name]?.()
  if (contender === undefined) throw new Error(`There is no contender ${name}`)
  const articles = countBytes(corpus.articles(size))
  const before = process.memoryUsage().rss
  const started = performance.now()
  contender.build(articles)
  const textsPerSecond = (size / (performance.now() - started)) * 1_000
  const queries = drawQueries(corpus.articles(Math.min(size, 2_000))).filter(({ kind }) =>
    contender.kinds.includes(kind),
  )
  const first = queries.map((query) => timed(query, contender.search))
  // The second time some keep what they found, as they would for somebody who searches on.
  for (const query of queries) contender.search(query)
  const later = Array.from({ length: ROUNDS }, () =>
    queries.map((query) => timed(query, contender.search)),
  ).flat()
  const figures = {
    name,
    textsPerSecond,
    bytes: contender.bytes(),
    textBytes: articles.bytes,
    memoryMb: (process.memoryUsage().rss - before) / 1e6,
    times: timesByKind(first, later),
  }
  contender.close()
  return figures
}

function countBytes(articles: Iterable<Article>): Iterable<Article> & { bytes: number } {
  return {
    bytes: 0,
    *[Symbol.iterator]() {
      for (const article of articles) {
        this.bytes += Buffer.byteLength(article.body)
        yield article
      }
    },
  }
}

interface Timed {
  readonly kind: string
  readonly ms: number
}

function timed(query: BenchQuery, search: (query: BenchQuery) => number): Timed {
  const started = performance.now()
  search(query)
  return { kind: query.kind, ms: performance.now() - started }
}

function timesByKind(first: readonly Timed[], later: readonly Timed[]): Figures['times'] {
  const of = (all: readonly Timed[], kind: string) =>
    all.filter((one) => one.kind === kind).map(({ ms }) => ms)
  return Object.fromEntries(
    queryKinds
      .filter((kind) => of(later, kind).length > 0)
      .map((kind) => [
        kind,
        {
          p50: share(of(later, kind), 0.5),
          p95: share(of(later, kind), 0.95),
          first: share(of(first, kind), 0.5),
        },
      ]),
  )
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

function report(size: number): void {
  print(`\n${size} articles recombined from ${openCorpus(corpusPath).from}; ms p50/p95 (median of first use)`)
  for (const name of flags.only.split(',')) print(line(name, run(name, size)))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

function run(name: string, size: number): Figures | null {
  const corpus = corpusPath === null ? [] : ['--corpus', corpusPath]
  const child = spawnSync(
    process.execPath,
    ['--max-old-space-size=6000', import.meta.filename, '--one', name, '--sizes', `${size}`, ...corpus],
    {
      encoding: 'utf8',
      timeout: PATIENCE,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    },
  )
  // The child is this same program: what it prints is a Figures, whole or not at all.
  return child.status === 0 ? (JSON.parse(child.stdout) as Figures) : null
}

function line(name: string, figures: Figures | null): string {
  if (figures === null) return `${name.padEnd(12)} not finished`
  const times = Object.entries(figures.times).map(
    ([kind, { p50, p95, first }]) => `${kind} ${p50.toFixed(2)}/${p95.toFixed(2)} (${first.toFixed(2)})`,
  )
  const bytes =
    figures.bytes === null ? 'in memory' : `${(figures.bytes / figures.textBytes).toFixed(2)} × text`
  return `${name.padEnd(12)} ${Math.round(figures.textsPerSecond)} texts/s · ${bytes} · ${Math.round(figures.memoryMb)} MB · ${times.join(' · ')}`
}
