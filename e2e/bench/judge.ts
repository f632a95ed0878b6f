import type { Figures } from './measure.ts'
import type { Proofs } from './prove.ts'

/** The figures held against what Casebook promises of itself: ratios within one run, since the machine and what else it does are not ours. */
export interface Verdict {
  readonly promise: string
  readonly figure: number
  readonly limit: number
  readonly isKept: boolean
}

const RANKED_PEERS = ['minisearch', 'lunr'] as const

export function judge(figures: Readonly<Record<string, Figures | null>>, proofs: Proofs | null): Verdict[] {
  const { casebook, floor, bareFts5 } = figures
  if (!casebook || !floor) return []
  const time = (of: Figures | null | undefined, kind: string) => of?.times[kind]
  const verdicts = [
    ...['rare', 'mid', 'common', 'and'].map((kind) =>
      atMost(`${kind}: p50 to the floor`, ratio(floor.beside?.[kind]?.p50, time(floor, kind)?.p50), 2),
    ),
    atMost('phrase: p50 to the floor', ratio(floor.beside?.phrase?.p50, time(floor, 'phrase')?.p50), 8),
    ...['rare', 'mid', 'common', 'and', 'phrase'].flatMap((kind) =>
      RANKED_PEERS.map((peer) =>
        atMost(
          `${kind}: p95 to ${peer}`,
          ratio(time(casebook, kind)?.p95, time(figures[peer], kind)?.p95),
          0.5,
        ),
      ),
    ),
    ...['common', 'prefix'].map((kind) =>
      atMost(
        `${kind}: p50 to ORDER BY rank`,
        ratio(time(casebook, kind)?.p50, time(bareFts5, kind)?.p50),
        0.1,
      ),
    ),
    atMost(
      'first use of a common word to bare FTS5',
      ratio(time(casebook, 'common')?.first, time(bareFts5, 'common')?.first),
      1,
    ),
    atLeast(
      'build to the best peer',
      ratio(
        casebook.textsPerSecond,
        best(figures, (one) => one.textsPerSecond, Math.max),
      ),
      3,
    ),
    atMost('add one, p50 to a fdatasync', ratio(casebook.addOne?.p50, floor.addOne?.p50), 3),
    atMost('add one, p99 to a fdatasync', ratio(casebook.addOne?.p99, floor.addOne?.p50), 10),
    atMost(
      'cold open to the best peer',
      ratio(
        casebook.coldOpen,
        best(figures, (one) => one.coldOpen, Math.min),
      ),
      0.5,
    ),
    atMost('index to the text', ratio(casebook.bytes, casebook.textBytes), 0.65),
    atMost('memory, MB', casebook.memoryMb, 300),
  ]
  return [...verdicts, ...(proofs === null ? [] : judgeProofs(proofs))].filter(
    ({ figure }) => !Number.isNaN(figure),
  )
}

function judgeProofs(proofs: Proofs): Verdict[] {
  return [
    atLeast('first pages that are bm25’s', proofs.exact, 1),
    atLeast('the same after additions, edits, deletions', proofs.exactAfterChanges, 1),
    atMost(`slowest hostile query (${proofs.slowestHostile.about}), ms`, proofs.slowestHostile.ms, 1_000),
    ...proofs.long.map(({ shape, long, short }) =>
      atMost(`20 texts of 1,000,000 characters to 20 short ones, ${shape}`, ratio(long, short), 1),
    ),
  ]
}

/** From a size to ten times as many: how much longer the median of all kinds takes. */
export function judgeGrowth(small: Figures | null, large: Figures | null): Verdict[] {
  if (small === null || large === null) return []
  return Object.keys(large.times).map((kind) =>
    atMost(`${kind}: p50 grows by`, ratio(large.times[kind]?.p50, small.times[kind]?.p50), 2),
  )
}

function best(
  figures: Readonly<Record<string, Figures | null>>,
  figure: (of: Figures) => number | null,
  choose: (...values: number[]) => number,
): number | null {
  const values = ['minisearch', 'flexsearch', 'lunr'].flatMap((peer) => {
    const one = figures[peer]
    return (one ? figure(one) : null) ?? []
  })
  return values.length === 0 ? null : choose(...values)
}

function ratio(one: number | null | undefined, other: number | null | undefined): number {
  return (one ?? Number.NaN) / (other ?? Number.NaN)
}

function atMost(promise: string, figure: number, limit: number): Verdict {
  return { promise, figure, limit, isKept: figure <= limit }
}

function atLeast(promise: string, figure: number, limit: number): Verdict {
  return { promise, figure, limit, isKept: figure >= limit }
}
