import type { ImportOptions } from '#contract/importing.ts'
import type { Span } from '#contract/source.ts'
import { daysInMonth, isoDay } from '#text/edtf.ts'
import { monthNumber, monthPattern } from './month-names.ts'

/** Full dates as articles write them, with the time of day where one stands beside them. */

export interface FoundDate extends Span {
  /** EDTF: `2025-11-07` or `2025-11-07T10:49`. */
  readonly edtf: string
  readonly certainty: 'stated' | 'guess'
  readonly rule: string
}

export type DateOrder = NonNullable<ImportOptions['dateOrder']>

const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`
const month = String.raw`(?<month>${monthPattern})(?![\p{L}\p{M}])\.?`
const year = String.raw`(?<year>(?:19|20)\d\d)(?!\d)`

const named = [
  new RegExp(String.raw`(?<![\p{L}\d])${month}\s+${day},?\s+${year}`, 'giu'),
  new RegExp(
    String.raw`(?<![\p{L}\d])${day}(?:\s+|-)(?:de\s+|of\s+|d['’])?${month},?(?:\s+|-)(?:de\s+|del\s+)?${year}`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\p{L}\d])${year},?\s+${month}\s+${day}(?!\d)`, 'giu'),
]
const yearFirst = /(?<!\d)(?<year>(?:19|20)\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/g
const eastAsian = /(?<year>(?:19|20)\d\d)\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]/g
const numeric =
  /(?<![\d/.-])(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d|\d\d)(?![\d/-])/g

/** Every full date in the words, in order. `whole` is the document, which may show in which order it writes days and months. */
export function findDates(words: string, order?: DateOrder, whole: string = words): FoundDate[] {
  if (!/\d/.test(words)) return []
  const found = [...readWithYear(words), ...readNumeric(words, order, whole)]
  return withoutOverlaps(found).map((date) => withTime(words, date))
}

/** Looking for a year first spares most lines the many names of months. */
function readWithYear(words: string): FoundDate[] {
  if (!/(?:19|20)\d\d/.test(words)) return []
  return [
    ...(/\p{L}/u.test(words) ? named.flatMap((pattern) => readNamed(words, pattern)) : []),
    ...readOrdered(words, yearFirst, 'year first'),
    ...readOrdered(words, eastAsian, 'year, month and day written out'),
  ]
}

function readNamed(words: string, pattern: RegExp): FoundDate[] {
  return [...words.matchAll(pattern)].flatMap((match) => {
    const { day, month, year } = match.groups ?? {}
    return dateAt(
      match,
      Number(year),
      monthNumber(month ?? '') ?? 0,
      Number(day),
      'date with the month’s name',
    )
  })
}

function readOrdered(words: string, pattern: RegExp, rule: string): FoundDate[] {
  return [...words.matchAll(pattern)].flatMap((match) => {
    const { day, month, year } = match.groups ?? {}
    return dateAt(match, Number(year), Number(month), Number(day), rule)
  })
}

function readNumeric(words: string, asked: DateOrder | undefined, whole: string): FoundDate[] {
  return [...words.matchAll(numeric)].flatMap((match) => {
    const { first = '', second = '', mark = '', year = '' } = match.groups ?? {}
    const short = asked === 'ymd' ? readYearFirst(match) : []
    if (short.length > 0) return short
    const order = orderOf(Number(first), Number(second), mark, fullYear(year), asked, words, whole)
    const [day, month] = order.dayFirst ? [first, second] : [second, first]
    return dateAt(match, fullYear(year), Number(month), Number(day), order.rule, order.certainty)
  })
}

/** `25/04/03` where years come first. A year of four digits behind day and month says nothing about these two. */
function readYearFirst(match: RegExpMatchArray): FoundDate[] {
  const { first = '', second = '', year: last = '' } = match.groups ?? {}
  if (first.length !== 2 || last.length !== 2) return []
  return dateAt(match, fullYear(first), Number(second), Number(last), 'year first, as asked for')
}

interface NumberOrder {
  readonly dayFirst: boolean
  readonly rule: string
  readonly certainty: FoundDate['certainty']
}

function orderOf(
  first: number,
  second: number,
  mark: string,
  year: number,
  asked: DateOrder | undefined,
  words: string,
  whole: string,
): NumberOrder {
  const decided = (dayFirst: boolean, rule: string): NumberOrder => ({ dayFirst, rule, certainty: 'stated' })
  if (first > 12) return decided(true, `day first, since ${first} is no month`)
  if (second > 12) return decided(false, `month first, since ${second} is no month`)
  if (first === second) return decided(true, 'day and month are the same number')
  const weekday = orderByWeekday(first, second, year, words)
  if (weekday !== null) return decided(weekday, 'order told by the weekday beside it')
  if (asked === 'dmy' || asked === 'mdy') return decided(asked === 'dmy', 'order as asked for')
  if (mark === '.') return decided(true, 'day first, as dates with full stops are')
  const shown = isDayFirst(whole)
  if (shown !== null)
    return { dayFirst: shown, rule: 'order of the other dates in the text', certainty: 'guess' }
  return { dayFirst: true, rule: 'day or month first is not told: taken as day first', certainty: 'guess' }
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function orderByWeekday(first: number, second: number, year: number, words: string): boolean | null {
  const name = /\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b/i.exec(words)?.[0].toLowerCase()
  if (name === undefined) return null
  const falls = (month: number, day: number) =>
    weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] === name
  const [dayFirst, monthFirst] = [falls(second, first), falls(first, second)]
  return dayFirst === monthFirst ? null : dayFirst
}

/** Whether the numbers of the dates in the words come day first; null where they do not tell, or contradict each other. */
export function isDayFirst(whole: string): boolean | null {
  const numbers = [...whole.matchAll(numeric)].map(({ groups }) => [
    Number(groups?.['first']),
    Number(groups?.['second']),
  ])
  const dayFirst = numbers.some(([first = 0]) => first > 12)
  const monthFirst = numbers.some(([, second = 0]) => second > 12)
  return dayFirst === monthFirst ? null : dayFirst
}

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function dateAt(
  match: RegExpMatchArray,
  year: number,
  month: number,
  day: number,
  rule: string,
  certainty: FoundDate['certainty'] = 'stated',
): FoundDate[] {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return []
  const start = match.index ?? 0
  return [{ start, end: start + match[0].length, edtf: isoDay(year, month, day), certainty, rule }]
}

function withoutOverlaps(dates: readonly FoundDate[]): FoundDate[] {
  const kept: FoundDate[] = []
  for (const date of dates.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date)
  return kept
}

const zone = String.raw`(?<zone>Z|GMT|UTC|[+-]\d\d:?\d\d)?`
const timeAfter = new RegExp(
  String.raw`^(?:T|[\s,|•·/–—-]*(?:(?:at|um|om|à|às|a las|alle(?: ore)?|ore|o godz\.?|godz\.?|saat|в|о|kl\.?|@|الساعة|בשעה)\s*)?)(?<hour>\d{1,2})(?<mark>[:.h時点시])\s?(?<minute>\d\d)[分분]?(?::(?<second>\d\d)(?:\.\d+)?)?(?!\d|[:.]\d)\s*(?<half>[ap]\.?\s?m\b\.?)?\s*${zone}`,
  'i',
)
const timeBefore =
  /(?<hour>\d{1,2})(?<mark>[:.h])(?<minute>\d\d)(?::\d\d)?\s*(?<half>[ap]\.?\s?m\b\.?)?\s*(?<zone>GMT|UTC)?(?:\s*[A-Z]{2,4})?[\s,|•·–—-]*(?:on\s+)?(?:(?:\p{L}+day|mon|tue|wed|thu|fri|sat|sun),?\s+)?$/iu

function withTime(words: string, date: FoundDate): FoundDate {
  const after = timeAfter.exec(words.slice(date.end))
  const time = after && readTime(after.groups)
  if (after && time !== null) {
    return { ...date, end: date.end + after[0].trimEnd().length, edtf: `${date.edtf}T${time}` }
  }
  const before = timeBefore.exec(words.slice(0, date.start))
  const earlier = before && readTime(before.groups)
  if (before && earlier !== null) return { ...date, start: before.index, edtf: `${date.edtf}T${earlier}` }
  return date
}

/** `10:49`, with the zone behind it where the words name one that is the same all year. */
function readTime(groups: Record<string, string | undefined> | undefined): string | null {
  const { hour = '', minute = '', second, half, zone } = groups ?? {}
  const afternoon = half?.toLowerCase().startsWith('p') === true
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0)
  if (hours > 23 || Number(minute) > 59) return null
  const clock = [
    String(hours).padStart(2, '0'),
    minute,
    ...(second === undefined || second === '00' ? [] : [second]),
  ].join(':')
  return clock + zoneOf(zone)
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(?:z|gmt|utc)$/i.test(zone) || /^[+-]00:?00$/.test(zone)) return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}
