import { expect, test } from 'vitest'
import type { Span } from '../offsets.ts'
import { describePassage } from './describe-passage.ts'
import { matchQuote } from './match-quote.ts'
import { prepareText } from './prepared-text.ts'
import { oddMark, oddText, oddVersion } from './test-odd-versions.ts'
import { bestFuzzyMatch } from './test-usual-match.ts'
import {
  type Fate,
  fateOf,
  isRight,
  newVersion,
  randomChoice,
  randomMark,
  randomText,
  textOf,
} from './test-versions.ts'

/**
 * How well marks are found again on random next versions of random texts, in numbers, beside the usual approach of taking the best
 * fuzzy match whatever it is worth. `CASEBOOK_ROUNDS` makes the run longer, `CASEBOOK_SEED` another one.
 */
const rounds = Number(process.env['CASEBOOK_ROUNDS'] ?? 80)
const seed = Number(process.env['CASEBOOK_SEED'] ?? 1)
const MARKS = 12
// Milliseconds for as many rounds as one may ask for.
const LONG_RUN = 600_000

test(
  'marks come back on their own words or not at all',
  () => {
    const withEarlier = new Tally('the passage and the earlier text')
    const alone = new Tally('the passage alone')
    const usual = new Tally('best fuzzy score, no threshold')
    for (let round = 0; round < rounds; round += 1) {
      const random = randomChoice(seed * 1_000_003 + round)
      const before = randomText(random)
      const after = newVersion(random, before)
      const [old, now] = [prepareText(textOf(before)), prepareText(textOf(after))]
      for (let count = 0; count < MARKS; count += 1) {
        const mark = randomMark(random, before)
        const passage = describePassage(old.text, mark)
        const fate = fateOf(before, after, mark)
        const judged = (found: Span | null) => found && isRight(before, after, mark, found)
        withEarlier.add(fate, judged(spanOf(matchQuote(passage, now, old))))
        alone.add(fate, judged(spanOf(matchQuote(passage, now))))
        usual.add(fate, judged(bestFuzzyMatch(passage, now.text)))
      }
    }
    process.stdout.write(`${[withEarlier, alone, usual].join('\n')}\n`)
    expect(withEarlier.wrong()).toBe(0)
    expect(withEarlier.share('unchanged')).toBeGreaterThanOrEqual(0.98)
    expect(withEarlier.share('edited')).toBeGreaterThanOrEqual(0.93)
    expect(alone.share('unchanged')).toBeGreaterThanOrEqual(0.97)
  },
  LONG_RUN,
)

test(
  'captions, repeated paragraphs, single letters and texts set anew put no mark on other words',
  () => {
    const withEarlier = new Tally('with other habits, the passage and the earlier text')
    const usual = new Tally('with other habits, best fuzzy score, no threshold')
    for (let round = 0; round < rounds / 2; round += 1) {
      const random = randomChoice(seed * 7_000_003 + round)
      const before = oddText(random)
      const marks = Array.from({ length: MARKS }, () => oddMark(random, before))
      const after = oddVersion(random, before, marks)
      const [old, now] = [prepareText(textOf(before)), prepareText(textOf(after))]
      for (const mark of marks) {
        const passage = describePassage(old.text, mark)
        const fate = fateOf(before, after, mark)
        const judged = (found: Span | null) => found && isRight(before, after, mark, found)
        withEarlier.add(fate, judged(spanOf(matchQuote(passage, now, old))))
        usual.add(fate, judged(bestFuzzyMatch(passage, now.text)))
      }
    }
    process.stdout.write(`${[withEarlier, usual].join('\n')}\n`)
    expect(withEarlier.wrong()).toBe(0)
    expect(withEarlier.share('unchanged')).toBeGreaterThanOrEqual(0.91)
    expect(withEarlier.share('edited')).toBeGreaterThanOrEqual(0.88)
  },
  LONG_RUN,
)

function spanOf(match: ReturnType<typeof matchQuote>): Span | null {
  return match.outcome === 'orphan' ? null : match
}

class Tally {
  readonly #name: string
  readonly #counts = { unchanged: none(), edited: none(), unclear: none(), gone: none() } satisfies Record<
    Fate,
    Counts
  >

  constructor(name: string) {
    this.#name = name
  }

  /** `right` is null for an orphan. */
  add(fate: Fate, right: boolean | null): void {
    const counts = this.#counts[fate]
    if (right === null) counts.orphans += 1
    else if (right) counts.right += 1
    else counts.wrong += 1
  }

  share(fate: Fate): number {
    return shareOf(this.#counts[fate])
  }

  wrong(): number {
    return Object.values(this.#counts).reduce((sum, { wrong }) => sum + wrong, 0)
  }

  toString(): string {
    const lines = Object.entries(this.#counts).map(
      ([fate, counts]) =>
        `  ${fate.padEnd(10)} found ${counts.right} (${(100 * shareOf(counts)).toFixed(1)} %), orphans ${counts.orphans}, on wrong words ${counts.wrong}`,
    )
    return [`${this.#name}:`, ...lines].join('\n')
  }
}

type Counts = { right: number; orphans: number; wrong: number }

function shareOf({ right, orphans, wrong }: Counts): number {
  return right / Math.max(1, right + orphans + wrong)
}

function none(): Counts {
  return { right: 0, orphans: 0, wrong: 0 }
}
