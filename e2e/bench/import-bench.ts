import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { createCasebook } from '../../src/core/engine.ts'
import { realOutside } from '../../src/core/real-outside.ts'
import { sharedPath } from '../../src/shared-material.ts'
import { type Article, openCorpus } from './corpus.ts'
import { measureStages, type StageTimes } from './import-stages.ts'

/**
 * `npm run bench:import -- [--size 10000] [--corpus FILE|FOLDER]`
 *
 * Text files on disk become sources of a casebook, end to end: read, taken apart, zones, dates, shingles, index, commit. Beside it SQLite's
 * FTS5 alone is fed the same ready texts. Each runs in a process of its own, one after the other, twice; the better run of each
 * counts, for what counts is the ratio. Below it stands what each stage costs, so that whoever makes it faster sees where to begin.
 */

interface Figures {
  readonly textsPerSecond: number
  /** Processor time of all threads, and of the one that writes, in µs a text: it tells more than the clock on a busy machine. */
  readonly processorUs: number
  readonly writerUs: number
  /** Resident memory in MB when so many texts were in. */
  readonly memory: readonly (readonly [texts: number, megabytes: number])[]
  readonly firstMs: number
}

/**
 * At least this part of FTS5's speed; and while the second half comes in, no more than this times the memory. Before that the caches
 * fill, SQLite's (32 MB) and what the engine's and the parser's threads need for what is short-lived: the process's memory holds both.
 */
const LEAST_RATIO = 1 / 4
const MOST_GROWTH = 1.1
const ROUNDS = 2

const { values: flags } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    corpus: { type: 'string' },
    one: { type: 'string' },
    papers: { type: 'string' },
  },
})
const corpusPath = flags.corpus ?? sharedPath('bench', 'frus.jsonl.gz')
const size = Number(flags.size)
const marks = new Set([size / 10, size / 2, size].map(Math.round))

if (flags.one === undefined) compare()
else if (flags.one === 'stages') tell(await measureStages(flags.papers ?? ''))
else tell(await measure(flags.one))

/** To the program that started this one. */
function tell(measured: Figures | StageTimes): void {
  process.stdout.write(JSON.stringify(measured))
}

function compare(): void {
  const papers = mkdtempSync(join(tmpdir(), 'casebook-papers-'))
  try {
    writePapers(papers)
    const rounds = Array.from(
      { length: ROUNDS },
      () => [run<Figures>('fts5', papers), run<Figures>('casebook', papers)] as const,
    )
    const [fts5, casebook] = [best(rounds.map(([one]) => one)), best(rounds.map(([, one]) => one))]
    report(fts5, casebook)
    reportStages(run<StageTimes>('stages', papers))
  } finally {
    rmSync(papers, { recursive: true })
  }
}

/** A file each, in folders of a thousand, as articles are saved: title, outlet and date, then the text. */
function writePapers(papers: string): void {
  for (const [at, article] of [...openCorpus(corpusPath).articles(size)].entries()) {
    const folder = join(papers, `${Math.floor(at / 1_000)}`.padStart(4, '0'))
    if (at % 1_000 === 0) mkdirSync(folder)
    writeFileSync(join(folder, `${at}.txt`), wordsOf(article))
  }
}

function wordsOf({ title, publisher, published, body }: Article): string {
  return `${title}\n\n${publisher}\n${published}\n\n${body}\n`
}

function run<Measured extends Figures | StageTimes>(name: string, papers: string): Measured {
  const corpus = corpusPath === null ? [] : ['--corpus', corpusPath]
  const child = spawnSync(
    process.execPath,
    [import.meta.filename, '--one', name, '--size', `${size}`, '--papers', papers, ...corpus],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1e8,
      // As the terminal's program does (`launch.mjs`): what its files compile to is kept for the next time.
      env: { NODE_COMPILE_CACHE: join(tmpdir(), 'casebook-bench-compiled'), ...process.env },
    },
  )
  // The child is this same program: what it prints is what was asked for, whole or not at all.
  return JSON.parse(child.stdout) as Measured
}

function best(figures: readonly Figures[]): Figures {
  const [first] = figures.toSorted((a, b) => b.textsPerSecond - a.textsPerSecond)
  if (first === undefined) throw new Error('Nothing was measured')
  return first
}

async function measure(name: string): Promise<Figures> {
  const home = mkdtempSync(join(tmpdir(), 'casebook-bench-'))
  try {
    return name === 'fts5'
      ? feedFts5(join(home, 'bench.db'))
      : await importPapers(join(home, 'bench.casebook'))
  } finally {
    rmSync(home, { recursive: true })
  }
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6)
}

/** The plain way: one table of title and body, a thousand texts a transaction, as safe as a casebook is. */
function feedFts5(path: string): Figures {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE VIRTUAL TABLE f USING fts5 (title, body)')
  const insert = db.prepare('INSERT INTO f (title, body) VALUES (?, ?)')
  const articles = [...openCorpus(corpusPath).articles(size)].map((one) => [one.title, wordsOf(one)] as const)
  const memory: [number, number][] = []
  const used = processorTime()
  const started = performance.now()
  for (let at = 0; at < articles.length; at += 1_000) {
    db.transaction(() => {
      for (const [title, body] of articles.slice(at, at + 1_000)) insert.run(title, body)
    })()
    if (marks.has(at + 1_000)) memory.push([at + 1_000, megabytes()])
  }
  const textsPerSecond = (size / (performance.now() - started)) * 1_000
  const processor = used()
  db.close()
  return { textsPerSecond, ...processor, memory, firstMs: 0 }
}

async function importPapers(path: string): Promise<Figures> {
  const engine = createCasebook(path, { outside: realOutside('Casebook (benchmark)') })
  const memory: [number, number][] = []
  const used = processorTime()
  const started = performance.now()
  let firstMs = 0
  const { imported, failed } = await engine.ask(
    'sources.import',
    { items: [{ kind: 'path', path: flags.papers ?? '' }] },
    {
      onProgress: ({ done }) => {
        if (done === 1) firstMs = performance.now() - started
        if (marks.has(done)) memory.push([done, megabytes()])
      },
    },
  )
  const textsPerSecond = (imported.length / (performance.now() - started)) * 1_000
  if (imported.length + failed.length < size * 0.99) throw new Error(`${imported.length} came in of ${size}`)
  const processor = used()
  await engine.close()
  return { textsPerSecond, ...processor, memory, firstMs }
}

/** @returns what was used since, for each text */
function processorTime(): () => Pick<Figures, 'processorUs' | 'writerUs'> {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()]
  const perText = ({ user, system }: NodeJS.CpuUsage) => (user + system) / size
  return () => ({
    processorUs: perText(process.cpuUsage(all)),
    writerUs: perText(process.threadCpuUsage(own)),
  })
}

function report(fts5: Figures, casebook: Figures): void {
  const ratio = casebook.textsPerSecond / fts5.textsPerSecond
  const [early = 0, half = 0, late = 0] = casebook.memory.map(([, mb]) => mb)
  print(`\n${size} articles recombined from ${openCorpus(corpusPath).from}; the better of ${ROUNDS} runs`)
  print(line('fts5', fts5))
  print(line('casebook', casebook))
  print(`the first file was in after ${Math.round(casebook.firstMs)} ms`)
  print(`${verdict(ratio >= LEAST_RATIO)} ${ratio.toFixed(2)} × FTS5 alone (at least ${LEAST_RATIO})`)
  print(
    `${verdict(late <= half * MOST_GROWTH)} memory ${(late / half).toFixed(2)} × in the second half (at most ${MOST_GROWTH}), ${(late / early).toFixed(2)} × since a tenth`,
  )
}

function line(name: string, { textsPerSecond, processorUs, writerUs, memory }: Figures): string {
  const grown = memory.map(([texts, mb]) => `${mb} MB at ${texts}`).join(', ')
  const used = `${Math.round(processorUs)} µs of processor a text, ${Math.round(writerUs)} where it is written`
  return `${name.padEnd(9)} ${Math.round(textsPerSecond)} texts/s · ${used} · ${grown}`
}

function reportStages(stages: StageTimes): void {
  print('\nµs of processor a text, each stage by itself:')
  for (const [stage, microseconds] of stages) print(`${Math.round(microseconds)}`.padStart(6) + `  ${stage}`)
}

function verdict(held: boolean): string {
  return held ? 'held  ' : 'MISSED'
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
