import { type Days, daysInMonth, edtfDays, FIRST_DAY, isoDay, LAST_DAY } from './edtf.ts'

/**
 * The ranges of dates that a search can ask for: `2025-06..2025-09`, `2025-06..`, `..2025-09`, `>=2025-10-01`, `>2025`,
 * `<=2025-06`, `<2025-07`, `2025`, or an EDTF interval. Both ends of `..` belong to the range.
 */

/** Null where the words are no range, or one that no day can lie in. */
export function parseDateRange(words: string): Days | null {
  const range = readRange(words.trim())
  return range && range.first <= range.last ? range : null
}

/** Whether both ends are dates, but the later one stands first. */
export function isBackwards(words: string): boolean {
  const range = readRange(words.trim())
  return range !== null && range.first > range.last
}

/**
 * Whether a stored date may lie in the range: `2025` does in `2025-06..2025-09`, since it may be any day of that year. What has no
 * date, or none that can be read, never does.
 */
export function matchesRange(date: string | null, range: Days): boolean {
  const days = edtfDays(date)
  return days !== null && days.first <= range.last && days.last >= range.first
}

function readRange(words: string): Days | null {
  const [, sign, date = ''] = /^(>=|<=|>|<|=|)\s*(.*)$/.exec(words) ?? []
  if (sign) return compared(sign, edtfDays(date.trim()))
  const ends = words.split('..').map((end) => end.trim())
  if (ends.length !== 2 || words.includes('/')) return edtfDays(words)
  const [from, to] = ends.map((end) => (end === '' ? { first: FIRST_DAY, last: LAST_DAY } : edtfDays(end)))
  return from && to && words !== '..' ? { first: from.first, last: to.last } : null
}

function compared(sign: string, days: Days | null): Days | null {
  if (!days) return null
  switch (sign) {
    case '>=':
      return { first: days.first, last: LAST_DAY }
    case '>':
      return { first: dayAfter(days.last), last: LAST_DAY }
    case '<=':
      return { first: FIRST_DAY, last: days.last }
    case '<':
      return { first: FIRST_DAY, last: dayBefore(days.first) }
    default:
      return days
  }
}

function dayAfter(iso: string): string {
  const [year, month, day] = parts(iso)
  if (day < daysInMonth(year, month)) return isoDay(year, month, day + 1)
  if (month < 12) return isoDay(year, month + 1, 1)
  // Behind every day that can be written, and still a text that compares.
  return year === 9999 ? '9999-12-32' : isoDay(year + 1, 1, 1)
}

function dayBefore(iso: string): string {
  const [year, month, day] = parts(iso)
  if (day > 1) return isoDay(year, month, day - 1)
  if (month > 1) return isoDay(year, month - 1, daysInMonth(year, month - 1))
  return year === 0 ? '' : isoDay(year - 1, 12, 31)
}

function parts(iso: string): [number, number, number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))]
}
