import { type CDPSession, chromium, type Page } from '@playwright/test'
import { findChromium, quietChromium } from '../../setup/chromium.ts'
import { buildPage } from './build-page.ts'
import type { WayName } from './page/page.ts'
import { type Figures, verdicts } from './verdicts.ts'

/**
 * A book-length text with thousands of overlapping marks in a real Chromium, in one run: how long the main thread is busy
 * until the first screen, for one more mark, for a change elsewhere on the page, and for a frame of scrolling.
 */

const million = 1_000_000
/** How often a way is measured. What is held against each other takes turns, and its median counts. */
const turns = 3
const rounds = 5
const frames = 120

interface Measured {
  readonly page: Page
  readonly session: CDPSession
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What asking and one frame cost by themselves, taken off from all that is measured. */
let idleCost = 0

/** Milliseconds of the main thread's own time that something took: other programs on the machine do not count. */
async function busy({ page, session }: Measured, run: () => Promise<unknown>): Promise<number> {
  const before = await taskTime(session)
  await run()
  await page.evaluate(() => window.bench.nothing())
  return Math.max(0.1, (await taskTime(session)) - before - idleCost)
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

async function measure(at: Measured, way: WayName, length: number, marks: number): Promise<Figures> {
  const { page } = at
  const open = () =>
    page.evaluate(([way, length, marks]) => window.bench.open(way, length, marks), [
      way,
      length,
      marks,
    ] as const)
  await page.evaluate(([length, marks]) => window.bench.prepare(length, marks), [length, marks] as const)
  const first: number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(() => window.bench.clear())
    await at.session.send('HeapProfiler.collectGarbage')
    first.push(await busy(at, open))
  }
  // The rest of the text is built while nothing else is to be done.
  await page.evaluate(() => window.bench.settle())
  const add: number[] = []
  const elsewhere: number[] = []
  for (let number = 0; number < 20; number++) {
    add.push(await busy(at, () => page.evaluate((number) => window.bench.add(number), number)))
    elsewhere.push(await busy(at, () => page.evaluate(() => window.bench.changeElsewhere())))
  }
  const scroll: number[] = []
  for (let frame = 0; frame < frames; frame++) {
    scroll.push(await busy(at, () => page.evaluate(() => window.bench.scroll(300))))
  }
  await page.evaluate(() => window.bench.clear())
  return {
    first: median(first),
    add: median(add),
    elsewhere: median(elsewhere),
    scroll: median(scroll),
    scrollWorst: quantile(scroll, 0.99),
  }
}

/** The median of each figure. */
function medians(measured: readonly Figures[]): Figures {
  const of = (what: keyof Figures) => median(measured.map((figures) => figures[what]))
  return {
    first: of('first'),
    add: of('add'),
    elsewhere: of('elsewhere'),
    scroll: of('scroll'),
    scrollWorst: of('scrollWorst'),
  }
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function row(name: string, { first, add, elsewhere, scroll, scrollWorst }: Figures): string {
  const cells = [first, add, elsewhere, scroll, scrollWorst].map((value) => value.toFixed(1).padStart(9))
  return `${name.padEnd(46)}${cells.join('')}`
}

async function switching(at: Measured): Promise<number[]> {
  const times: number[] = []
  await at.page.evaluate(() => window.bench.prepare(30_000, 500))
  for (let round = 0; round < 30; round++) {
    await at.page.evaluate(() => window.bench.clear())
    times.push(
      await busy(at, () =>
        at.page.evaluate(() => window.bench.open('sections, marks near the screen', 30_000, 500)),
      ),
    )
  }
  return times
}

const browser = await chromium.launch({
  executablePath: await findChromium(say),
  args: [...quietChromium],
})
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.route('http://bench.invalid/**', await buildPage())
  await page.goto('http://bench.invalid/')
  await page.waitForFunction(() => 'bench' in window)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const at = { page, session }
  const idle: number[] = []
  for (let round = 0; round < 60; round++)
    idle.push(await busy(at, () => page.evaluate(() => window.bench.nothing())))
  idleCost = median(idle)
  say(
    `Chromium ${browser.version()}; main-thread milliseconds, medians; a frame scrolls 300 pixels; ${idleCost.toFixed(1)} for asking and a frame are taken off`,
  )
  say(
    `${''.padEnd(46)}${['first', 'add', 'elsewhere', 'scroll', 'p99'].map((head) => head.padStart(9)).join('')}`,
  )
  const figures = new Map<string, Figures>()
  const keep = (name: string, measured: Figures) => {
    figures.set(name, measured)
    say(row(name, measured))
  }
  const run = async (name: string, way: WayName, length: number, marks: number) =>
    keep(name, await measure(at, way, length, marks))
  // Once for nothing: the first one pays for compiling.
  await measure(at, 'sections, marks near the screen', million, 5_000)
  const plain: Figures[] = []
  const marked: Figures[] = []
  const full: Figures[] = []
  const long: Figures[] = []
  for (let turn = 0; turn < turns; turn++) {
    plain.push(await measure(at, 'plain text, sections', million, 0))
    marked.push(await measure(at, 'sections, marks near the screen', million, 5_000))
    full.push(await measure(at, 'sections, marks near the screen', million, 20_000))
    long.push(await measure(at, 'sections, marks near the screen', 10 * million, 50_000))
  }
  keep('plain', medians(plain))
  keep('marked', medians(marked))
  keep('marked 20,000', medians(full))
  keep('marked 10,000,000/50,000', medians(long))
  await run('plain text, whole', 'plain text, whole', million, 0)
  await run('Highlight API, all registered', 'Highlight API, all registered', million, 5_000)
  await run('mark elements, whole', 'mark elements, whole', million, 5_000)
  await run('Lexical MarkNodes', 'Lexical MarkNodes', million, 5_000)
  const times = await switching(at)
  say(
    `Switching to 5,000 words with 500 marks: ${[0.5, 0.9, 0.99].map((part) => quantile(times, part).toFixed(1)).join(' / ')} ms (p50/p90/p99)`,
  )
  for (const { holds, words } of verdicts(figures)) say(`${holds ? 'yes' : 'NO '}  ${words}`)
} finally {
  await browser.close()
}
