import { parseArgs } from 'node:util'
import { describePassage } from '../../src/text/anchoring/describe-passage.ts'
import { matchQuote } from '../../src/text/anchoring/match-quote.ts'
import { type PreparedText, prepareText } from '../../src/text/anchoring/prepared-text.ts'
import { RunIndex } from '../../src/text/anchoring/run-index.ts'
import { bestFuzzyMatch } from '../../src/text/anchoring/test-usual-match.ts'
import { randomChoice, randomText, textOf } from '../../src/text/anchoring/test-versions.ts'
import type { Span } from '../../src/text/offsets.ts'
import { milliseconds } from './measure.ts'

/**
 * `npm run bench:anchoring -- [--length 1000000] [--marks 5000]`
 *
 * Marks described on a text of the length of a book, and found again on a next version of it: with one index for all of them, and as it is
 * usual, reading the whole text for each. The usual way gets a fiftieth of the marks, for it is slow.
 */
const { values: flags } = parseArgs({
  options: { length: { type: 'string', default: '1000000' }, marks: { type: 'string', default: '5000' } },
})
const length = Number(flags.length)
const count = Number(flags.marks)
const random = randomChoice(11)

const old = book(length)
const now = nextVersion(old)
const marks = Array.from({ length: count }, (): Span => {
  const start = random(old.length - 300)
  return { start, end: start + 4 + random(200) }
})
const few = marks.slice(0, Math.max(1, Math.round(count / 50)))

const indexed = { runs: new RunIndex(old), madeOn: prepareText(old), on: prepareText(now) }
line('describe, one index', count, () => marks.map((mark) => describePassage(old, mark, indexed.runs)))
line('describe, reading the text for each', few.length, () => few.map((mark) => describePassage(old, mark)))
const passages = marks.map((mark) => describePassage(old, mark, indexed.runs))
const outcomes = new Map<string, number>()
line('find again, the two texts compared once', count, () => {
  for (const passage of passages) {
    const { outcome } = matchQuote(passage, indexed.on, indexed.madeOn)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
})
const [madeOn, on] = [scanning(indexed.madeOn), scanning(indexed.on)]
line('find again, reading the text for each', few.length, () =>
  passages.slice(0, few.length).map((passage) => matchQuote(passage, on, madeOn)),
)
line('find again, best fuzzy score without threshold', few.length, () =>
  passages.slice(0, few.length).map((passage) => bestFuzzyMatch(passage, now)),
)
process.stdout.write(
  `outcomes: ${[...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', ')}\n`,
)

function line(name: string, times: number, run: () => unknown): void {
  const took = milliseconds(run)
  const perSecond = Math.round((1000 * times) / took)
  process.stdout.write(
    `${name.padEnd(48)} ${String(times).padStart(6)} marks ${(took / 1000).toFixed(2).padStart(8)} s ${String(perSecond).padStart(8)} a second\n`,
  )
}

function book(characters: number): string {
  const pieces: string[] = []
  for (let total = 0; total < characters; ) {
    const piece = textOf(randomText(random))
    pieces.push(piece)
    total += piece.length + 1
  }
  return pieces.join('\n').slice(0, characters)
}

/** One line in twelve is left out, moved to the end, or has a word put in. */
function nextVersion(text: string): string {
  const moved: string[] = []
  const kept = text.split('\n').flatMap((paragraph) => {
    const change = random(36)
    if (change === 0) return []
    if (change === 1) moved.push(paragraph)
    if (change === 2) return [`Yesterday ${paragraph}`]
    return change === 1 ? [] : [paragraph]
  })
  return [...kept, ...moved].join('\n')
}

/** The same text without an index of its runs. */
function scanning(prepared: PreparedText): PreparedText {
  return { ...prepared, runs: new RunIndex(prepared.plain, { once: true }) }
}
