import type { Span } from '#contract/source.ts'
import { isoDay } from '#text/edtf.ts'
import { newsLocales } from './month-names.ts'

/**
 * `3 hours ago`, `vor 2 Stunden`, `gestern`: dates that count back from the moment the page was seen. They say nothing until that
 * moment is known, and what they say then is a guess. The words come from the platform's own tables.
 */

export interface RelativeDate extends Span {
  readonly unit: Unit
  readonly count: number
  readonly words: string
}

/** A moment from which relative dates count back, and how it is known. */
export interface Moment {
  /** EDTF, a whole day at least. */
  readonly edtf: string
  /** `when the page was saved`. */
  readonly rule: string
}

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
const units: readonly Unit[] = ['minute', 'hour', 'day', 'week', 'month', 'year']

interface Meaning {
  readonly unit: Unit
  /** Null where the words hold a number. */
  readonly count: number | null
}

const longest = 40
const timeOfDay = /[,\s]+(?:(?:at|um|à|a las|om|alle|kl\.?|в)\s+)?\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?|uhr)?$/i
const englishShort =
  /^(?<count>\d{1,2}|an?|one)\s?(?:(?<minute>m|mins?|minutes?)|(?<hour>h|hrs?|hours?)|(?<day>d|days?)|(?<week>w|wks?|weeks?)|(?<month>months?)|(?<year>yrs?|years?))(?<ago>\s+ago)?$/i

/** Words that are a relative date and nothing else; `start` is where they stand. */
export function readRelativeDate(words: string, start: number): RelativeDate | null {
  if (words.length > longest || words.length < 2) return null
  const bare = withPlainDigits(words.toLowerCase()).replace(timeOfDay, '').trim()
  const digits = /\d+/.exec(bare)?.[0]
  const told = meanings().get(digits === undefined ? bare : bare.replace(digits, '#')) ?? inEnglish(bare)
  if (told === null) return null
  const count = told.count ?? Number(digits)
  return { start, end: start + words.length, unit: told.unit, count, words }
}

/** As sites shorten it: `3h ago`, `2 hrs ago`, `4d`, `an hour ago`. */
function inEnglish(bare: string): Meaning | null {
  const { groups } = englishShort.exec(bare) ?? {}
  const unit = units.find((one) => groups?.[one] !== undefined)
  if (groups === undefined || unit === undefined) return null
  const count = Number(groups['count'])
  // `3 days` is how long something takes; the single letter is how sites write `ago`.
  if (groups['ago'] === undefined && (groups[unit]?.length !== 1 || Number.isNaN(count))) return null
  return { unit, count: Number.isNaN(count) ? 1 : count }
}

let known: ReadonlyMap<string, Meaning> | null = null

/** Made when it is first asked for: most texts never ask. */
function meanings(): ReadonlyMap<string, Meaning> {
  known ??= new Map([...newsLocales.flatMap(meaningsIn), ['just now', { unit: 'minute', count: 0 }]])
  return known
}

/** Languages tell numbers apart in more ways than one and many: these show every way. */
const tellingCounts = [1, 2, 3, 5, 11, 21]

function meaningsIn(locale: string): [string, Meaning][] {
  return (['long', 'short'] as const).flatMap((style) => {
    const [always, auto] = (['always', 'auto'] as const).map(
      (numeric) => new Intl.RelativeTimeFormat(locale, { style, numeric }),
    )
    return units.flatMap((unit) => [
      ...tellingCounts.flatMap((count) => meaningOf(always?.format(-count, unit), unit, count)),
      ...(unit === 'day'
        ? [0, 1, 2].flatMap((count) => meaningOf(auto?.format(-count, unit), unit, count))
        : []),
    ])
  })
}

function withPlainDigits(words: string): string {
  return words.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
}

function meaningOf(told: string | undefined, unit: Unit, count: number): [string, Meaning][] {
  if (told === undefined) return []
  const words = withPlainDigits(told.toLowerCase())
  const key = words.replace(/\d+/, '#').replace(/[\u200E\u200F]/g, '')
  const meaning = { unit, count: key.includes('#') ? null : count }
  // Arabic papers write `منذ` where the tables have `قبل`.
  return [key, key.replace(/^قبل /u, 'منذ ')].map((one) => [one, meaning])
}

export interface ResolvedDate extends Span {
  readonly edtf: string
  readonly certainty: 'guess'
  readonly rule: string
}

/** The day, or the month or year where no more is told, that lies so far before the moment. */
export function resolveRelative(date: RelativeDate, seen: Moment): ResolvedDate | null {
  const stamp = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(seen.edtf)
  if (stamp === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = stamp.slice(1).map((part) => Number(part ?? 0))
  const hasTime = stamp[4] !== undefined
  const { start, end } = date
  const rule = `“${date.words}”, counted back from ${seen.rule} (${seen.edtf})`
  return {
    start,
    end,
    edtf: stepBack({ year, month, day, hour, minute, hasTime }, date),
    certainty: 'guess',
    rule,
  }
}

interface ClockTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly hasTime: boolean
}

const minutesIn = { minute: 1, hour: 60, day: 1_440, week: 10_080 } as const

function stepBack(
  { year, month, day, hour, minute, hasTime }: ClockTime,
  { unit, count }: RelativeDate,
): string {
  if (unit === 'year') return String(year - count)
  if (unit === 'month') {
    const months = year * 12 + month - 1 - count
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  }
  // Minutes and hours before a day whose time of day is not known: that day, as far as anybody can tell.
  const isBlurred = !hasTime && (unit === 'minute' || unit === 'hour')
  const minutes = isBlurred ? 0 : count * minutesIn[unit]
  const then = new Date(Date.UTC(year, month - 1, day, hour, minute) - minutes * 60_000)
  const isAbout = unit === 'week' || isBlurred
  return `${isoDay(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate())}${isAbout ? '~' : ''}`
}
