import type { SearchTimeline } from '#contract/search.ts'

/** Bars in a row without gaps: a month in which nothing was published is a bar, too. Each names its first and last day. */
export interface TimeBar {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** More than these would be thinner than a pixel; what lies before them is left out of the picture. */
const MOST_BARS = 400

export function timeBars({ unit, bars }: SearchTimeline): readonly TimeBar[] {
  const [first] = bars
  const last = bars.at(-1)
  if (first === undefined || last === undefined) return []
  const counts = new Map(bars.map(({ from, count }) => [from, count]))
  const row: TimeBar[] = []
  for (let from = last.from; from >= first.from && row.length < MOST_BARS; from = moved(from, unit, -1)) {
    row.unshift({ from, to: moved(moved(from, unit, 1), 'day', -1), count: counts.get(from) ?? 0 })
  }
  return row
}

function moved(day: string, unit: SearchTimeline['unit'], by: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + by)
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + by)
  else date.setUTCFullYear(date.getUTCFullYear() + by)
  return date.toISOString().slice(0, 10)
}

/** The days of two bars and of all between them, whichever comes first. */
export function daysBetween(one: TimeBar, other: TimeBar): { from: string; to: string } {
  return {
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  }
}
