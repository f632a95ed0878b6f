import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contenders } from './contenders.ts'
import { openCorpus } from './corpus.ts'
import { judge, judgeGrowth, type Verdict } from './judge.ts'
import { type Figures, measure, type Spread } from './measure.ts'
import { type Proofs, prove } from './prove.ts'

/**
 * `npm run bench:search -- [--sizes 1000,10000,100000] [--corpus FILE|FOLDER] [--only casebook,floor]`
 *
 * Each contender runs in a process of its own, one after the other, on the same articles and queries; then what Casebook alone
 * promises is tried; then all is held against the promises. What counts are the ratios within one run: absolute figures are of the
 * machine and of what else it did.
 */

/** What cannot finish in so many milliseconds is stopped: it says so in the table. */
const PATIENCE = 900_000
const PROOFS = 'proofs'

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    corpus: { type: 'string' },
    only: { type: 'string', default: [...Object.keys(contenders), PROOFS].join(',') },
    one: { type: 'string' },
  },
})
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'bench', 'frus.jsonl.gz')
const corpusPath = flags.corpus ?? (existsSync(shared) ? shared : null)

if (flags.one !== undefined) process.stdout.write(JSON.stringify(one(flags.one, Number(flags.sizes))))
else reportAll(flags.sizes.split(',').map(Number))

function one(name: string, size: number): Figures | Proofs {
  const corpus = openCorpus(corpusPath)
  if (name === PROOFS) return prove(corpus, size)
  const contender = contenders[name]?.()
  if (contender === undefined) throw new Error(`There is no contender ${name}`)
  const figures = measure(contender, corpus, size, name === 'scan')
  contender.close()
  return figures
}

function reportAll(sizes: readonly number[]): void {
  let smaller: { size: number; casebook: Figures | null } | null = null
  for (const size of sizes) {
    const casebook = report(size)
    if (smaller !== null && size === smaller.size * 10) {
      print(`\nFrom ${smaller.size} to ${size} articles`)
      printVerdicts(judgeGrowth(smaller.casebook, casebook))
    }
    smaller = { size, casebook }
  }
}

function report(size: number): Figures | null {
  print(
    `\n${size} articles recombined from ${openCorpus(corpusPath).from}; ms p50/p95/p99 (median of first use)`,
  )
  const names = flags.only.split(',')
  const figures: Record<string, Figures | null> = {}
  for (const name of names.filter((name) => name !== PROOFS)) {
    const { measured, reason } = run(name, size)
    // The child is this same program: what it prints for a contender are its figures.
    figures[name] = measured as Figures | null
    print(line(name, figures[name] ?? null, reason))
  }
  const { measured, reason } = names.includes(PROOFS) ? run(PROOFS, size) : { measured: null, reason: '' }
  const proofs = measured as Proofs | null
  if (proofs === null && reason !== '') print(`proofs not finished: ${reason}`)
  if (proofs !== null) {
    print(`with facets and a timeline: ${proofs.facets.toFixed(2)} (mid, p50)`)
    print(
      `all words read in, at idle: ${proofs.words.all.toFixed(0)}, the longest step ${proofs.words.step.toFixed(1)}`,
    )
    for (const { shape, first } of proofs.long)
      print(
        `20 texts of 1,000,000 characters, ${shape}, the first time: ${first.long.toFixed(1)} (short ones ${first.short.toFixed(1)})`,
      )
  }
  printVerdicts(judge(figures, proofs))
  return figures.casebook ?? null
}

interface Run {
  readonly measured: unknown
  /** Why there are no figures; '' where there are. */
  readonly reason: string
}

function run(name: string, size: number): Run {
  const corpus = corpusPath === null ? [] : ['--corpus', corpusPath]
  const child = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=6000',
      '--expose-gc',
      import.meta.filename,
      '--one',
      name,
      '--sizes',
      `${size}`,
      ...corpus,
    ],
    { encoding: 'utf8', timeout: PATIENCE, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 },
  )
  if (child.status === 0) return { measured: JSON.parse(child.stdout) as unknown, reason: '' }
  return { measured: null, reason: reasonOf(child) }
}

/** Of a child that printed no figures: its patience, its memory, or its own error with the place it comes from. */
function reasonOf({ error, signal, stderr }: SpawnSyncReturns<string>): string {
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT')
    return `stopped after ${PATIENCE / 1_000} s`
  const lines = stderr.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => /^(\w*Error\b|FATAL ERROR)/.test(line))
  return at === -1 ? `ended by ${signal ?? 'itself'}` : lines.slice(at, at + 2).join(' ')
}

function line(name: string, figures: Figures | null, reason: string): string {
  if (figures === null) return `${name.padEnd(12)} not finished: ${reason}`
  const { textsPerSecond, bytes, textBytes, memoryMb, addOne, coldOpen } = figures
  const times = Object.entries(figures.times).map(
    ([kind, time]) => `${kind} ${written(time)} (${time.first.toFixed(2)})`,
  )
  return [
    `${name.padEnd(12)} ${Math.round(textsPerSecond)} texts/s`,
    bytes === null ? 'in memory' : `${(bytes / textBytes).toFixed(2)} × text`,
    `${Math.round(memoryMb)} MB`,
    addOne === null ? 'adds none' : `adds one in ${written(addOne)}`,
    coldOpen === null ? '' : `opens and answers in ${coldOpen.toFixed(1)}`,
    ...times,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function written({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map((ms) => ms.toFixed(2)).join('/')
}

function printVerdicts(verdicts: readonly Verdict[]): void {
  for (const { promise, figure, limit, isKept } of verdicts)
    print(`${isKept ? 'kept  ' : 'MISSED'} ${promise}: ${figure.toFixed(2)} (limit ${limit})`)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
