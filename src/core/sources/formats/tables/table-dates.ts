import { type DateOrder, findDates } from '../../reading/dates.ts'
import { normaliseStamp } from '../../reading/stamps.ts'

/** Dates as they stand in the cells of tables. */

/** Seconds or milliseconds since 1970, as programs count, or a date in words. */
export function readDate(words: string, order?: DateOrder): string | null {
  const seconds = /^\d{9,10}(?:\.\d+)?$/.test(words)
    ? Number(words)
    : /^\d{12,13}$/.test(words)
      ? Number(words) / 1_000
      : null
  if (seconds !== null) return `${new Date(seconds * 1_000).toISOString().slice(0, 16)}Z`
  return normaliseStamp(words, order)
}

/** Whether the day and the month could change places. */
export function isAmbiguous(words: string): boolean {
  return readDate(words, 'dmy') !== readDate(words, 'mdy')
}

/** Days and moments are short; a sentence with a date in it is none. */
const longestDate = 40

const isoMoment = /^\d{4}-\d\d-\d\d(?:[T ][\d:.]+\s*(?:Z|UTC|[+-]\d\d:?\d\d)?)?$/i

/** What may stand beside a day: the name of the weekday, a time, a time zone. */
const besideDay =
  /^[\s,.:()]*(?:\p{L}{2,12}[\s,.]*)?(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?[\s,.]*(?:[ap]\.?m\.?)?[\s,.]*(?:\p{Lu}{1,4}|[+-]\d\d:?\d\d)?$/u

/** Whether a cell holds a day or a moment and nothing else. A mere number is none: it may count anything. */
export function isDateAlone(cell: string): boolean {
  const words = cell.trim()
  if (words.length > longestDate) return false
  if (isoMoment.test(words)) return readDate(words) !== null
  const [date, another] = findDates(words)
  if (date === undefined || another !== undefined) return false
  return besideDay.test(words.slice(0, date.start) + words.slice(date.end))
}
