import type { SearchTimeline } from '#contract/search.ts'
import { type Days, daysInMonth } from '#text/edtf.ts'
import type { Store } from '../casebook/casebook.ts'
import { foundBy } from './index/found-sources.ts'
import type { Condition } from './matching/compile-fields.ts'

/**
 * The hits over time. A hit counts in every bar that its date may mean ("2025" in each month of that year), as `published:` finds
 * it, so that a bar that is made a filter gives exactly what it counted.
 */
export function readTimeline(store: Store, filter: Condition, unit?: SearchTimeline['unit']): SearchTimeline {
  const dates = store.all<Dated>(
    `${foundBy(filter)} SELECT published_from AS first, published_to AS last, count(*) AS count
     FROM found LEFT JOIN sources ON sources.key = found.source GROUP BY 1, 2`,
    ...filter.values,
  )
  const dated = dates.filter((date): date is KnownDate => date.first !== null && date.last !== null)
  const undated = dates.find(({ first }) => first === null)?.count ?? 0
  const range = rangeOf(dated)
  if (range === null) return { unit: unit ?? 'day', bars: [], undated }
  const chosen = unit ?? unitFor(range)
  return { unit: chosen, bars: barsOf(dated, range, chosen), undated }
}

interface Dated {
  readonly first: string | null
  readonly last: string | null
  readonly count: number
}

interface KnownDate extends Days {
  readonly count: number
}

/**
 * From the first to the last day that is told at least to the year: what is open at one end ("before 2020") would stretch
 * the picture over millennia.
 */
function rangeOf(dates: readonly KnownDate[]): Days | null {
  const close = dates.filter(({ first, last }) => yearOf(last) - yearOf(first) <= CLOSE)
  const known = close.length > 0 ? close : dates
  const [one] = known
  if (one === undefined) return null
  return known.reduce<Days>(
    (range, { first, last }) => ({
      first: first < range.first ? first : range.first,
      last: last > range.last ? last : range.last,
    }),
    one,
  )
}

/** Years. */
const CLOSE = 10
/** More bars than this are too thin to press. */
const MOST_DAYS = 62
const MOST_MONTHS = 120

function unitFor({ first, last }: Days): SearchTimeline['unit'] {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_MONTHS * 30.5 ? 'month' : 'year'
}

const UNIT_LENGTH = { day: 10, month: 7, year: 4 } as const

function barsOf(
  dates: readonly KnownDate[],
  range: Days,
  unit: SearchTimeline['unit'],
): SearchTimeline['bars'] {
  const counts = new Map<string, number>()
  for (const { first, last, count } of dates) {
    const end = (last < range.last ? last : range.last).slice(0, UNIT_LENGTH[unit])
    let bar = (first > range.first ? first : range.first).slice(0, UNIT_LENGTH[unit])
    // Behind the year 9999 a bar has a digit more, and would compare as earlier.
    for (; bar <= end && bar.length === end.length; bar = next(bar))
      counts.set(bar, (counts.get(bar) ?? 0) + count)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bar, count]) => ({ ...daysOf(bar), count, query: `published:${bar}` }))
}

/** The day, month or year behind this one. */
function next(bar: string): string {
  const [year, month, day] = [Number(bar.slice(0, 4)), Number(bar.slice(5, 7)), Number(bar.slice(8, 10))]
  if (bar.length === 4) return padded(year + 1, 4)
  if (bar.length === 7)
    return month < 12 ? `${padded(year, 4)}-${padded(month + 1)}` : `${padded(year + 1, 4)}-01`
  return day < daysInMonth(year, month)
    ? `${bar.slice(0, 7)}-${padded(day + 1)}`
    : `${next(bar.slice(0, 7))}-01`
}

function daysOf(bar: string): { from: string; to: string } {
  if (bar.length === 10) return { from: bar, to: bar }
  if (bar.length === 4) return { from: `${bar}-01-01`, to: `${bar}-12-31` }
  return {
    from: `${bar}-01`,
    to: `${bar}-${padded(daysInMonth(Number(bar.slice(0, 4)), Number(bar.slice(5))))}`,
  }
}

function padded(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
