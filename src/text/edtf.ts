/**
 * The dates of sources and events, as EDTF (ISO 8601-2:2019, levels 0 and 1): `2025`, `2024-12`, `2025-11-07`,
 * `2025-11-07T10:49`, each with `?`, `~` or `%` behind it; intervals `2025-06/2025-09`, with `..` or nothing for an open end.
 * Left out: seasons, unspecified digits (`202X`), sets, years of more than four digits.
 *
 * Days are strings `YYYY-MM-DD`, so they compare as text, in SQL too. An open end is the first or last day of four-digit years.
 */

export type EdtfDate = {
  year: number
  /** 1–12; null where only the year is known. */
  month: number | null
  day: number | null
  /** As written behind the `T`: `10:49`, `10:49:30Z`, `10:49+03:00`. */
  time: string | null
  /** `?` the source is in doubt, `~` it is about then, `%` both. */
  qualifier: '' | '?' | '~' | '%'
}

/** An end that is `..` is open; an end that is left out is unknown. */
export type EdtfInterval = { from: EdtfDate | 'open' | 'unknown'; to: EdtfDate | 'open' | 'unknown' }

export type Edtf = EdtfDate | EdtfInterval

/** The first and the last day that a date may mean. */
export type Days = { first: string; last: string }

export const FIRST_DAY = '0000-01-01'
export const LAST_DAY = '9999-12-31'

/** Null where the text is no date of this form, or a day that no calendar has. */
export function parseEdtf(text: string): Edtf | null {
  const ends = text.split('/')
  if (ends.length === 1) return parseDate(text)
  const [from, to] = ends.map(parseEnd)
  if (ends.length !== 2 || !from || !to || (isOpen(from) && isOpen(to))) return null
  const interval = { from, to }
  const { first, last } = daysOf(interval)
  return first <= last ? interval : null
}

/** The text that `parseEdtf` reads back as the same. */
export function formatEdtf(edtf: Edtf): string {
  return 'from' in edtf ? `${formatEnd(edtf.from)}/${formatEnd(edtf.to)}` : formatDate(edtf)
}

/** The days that a stored date may mean; null for no date or none of this form. */
export function edtfDays(text: string | null): Days | null {
  const edtf = text === null ? null : parseEdtf(text)
  return edtf && daysOf(edtf)
}

/** Orders stored dates by their first day, the shorter stretch before the longer one, then by time of day; no date comes last. */
export function compareEdtf(a: string | null, b: string | null): number {
  const [left, right] = [edtfDays(a), edtfDays(b)]
  if (!left || !right) return Number(!left) - Number(!right)
  return (
    compareText(left.first, right.first) ||
    compareText(left.last, right.last) ||
    compareText(a ?? '', b ?? '')
  )
}

export function daysOf(edtf: Edtf): Days {
  if (!('from' in edtf)) return daysOfDate(edtf)
  return {
    first: isOpen(edtf.from) ? FIRST_DAY : daysOfDate(edtf.from).first,
    last: isOpen(edtf.to) ? LAST_DAY : daysOfDate(edtf.to).last,
  }
}

const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?))?)?)?([?~%])?$/

function parseDate(text: string): EdtfDate | null {
  const [, year, month, day, time, qualifier] = DATE.exec(text) ?? []
  if (year === undefined) return null
  const date: EdtfDate = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    time: time ?? null,
    // The expression lets no other character through.
    qualifier: (qualifier ?? '') as EdtfDate['qualifier'],
  }
  return isInCalendar(date) ? date : null
}

function isInCalendar({ year, month, day, time }: EdtfDate): boolean {
  if (month !== null && (month < 1 || month > 12)) return false
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return false
  return time === null || /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/.test(time)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function parseEnd(text: string): EdtfInterval['from'] | null {
  if (text === '..') return 'open'
  return text === '' ? 'unknown' : parseDate(text)
}

function isOpen(end: EdtfInterval['from']): end is 'open' | 'unknown' {
  return end === 'open' || end === 'unknown'
}

function formatEnd(end: EdtfInterval['from']): string {
  if (end === 'open') return '..'
  return end === 'unknown' ? '' : formatDate(end)
}

function formatDate({ year, month, day, time, qualifier }: EdtfDate): string {
  const parts = [digits(year, 4)]
  if (month !== null) parts.push(digits(month, 2))
  if (month !== null && day !== null) parts.push(digits(day, 2))
  return parts.join('-') + (time === null ? '' : `T${time}`) + qualifier
}

function daysOfDate({ year, month, day }: EdtfDate): Days {
  const last = month === null ? 12 : month
  return {
    first: isoDay(year, month ?? 1, day ?? 1),
    last: isoDay(year, last, day ?? daysInMonth(year, last)),
  }
}

export function isoDay(year: number, month: number, day: number): string {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

function digits(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
