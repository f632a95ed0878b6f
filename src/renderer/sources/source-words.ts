import type { Metadata, MetadataField, Source } from '#contract/source.ts'
import { parseEdtf } from '#text/edtf.ts'

/** How sources and what is known about them are put into words. */

/** Its title, or what to call it without one. */
export function nameOf(source: Pick<Source, 'title' | 'label'>): string {
  return source.title ?? source.label
}

export const fieldWords: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  publisher: 'Publisher',
  author: 'Author',
  dateline: 'Dateline',
  published: 'Published',
  updated: 'Updated',
}

export const metadataFields = Object.keys(fieldWords) as readonly MetadataField[]
export const dateFields: ReadonlySet<MetadataField> = new Set(['published', 'updated'])

const wanted = { title: 'title', publisher: 'publisher', author: 'author', published: 'date' } as const
const wantedFields = ['title', 'publisher', 'author', 'published'] as const
/** So many things every source should say. */
export const statedUsually = wantedFields.length

/** What every source should say and this one does not, as it is named in a sentence. */
export function missingWords(source: Metadata): readonly string[] {
  return wantedFields.filter((field) => source[field] === null).map((field) => wanted[field])
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** An EDTF date as the analyst writes it: `7 Nov 2025`, `Dec 2024`. What is no plain day or month stays as it is. */
export function dateInWords(edtf: string | null): string {
  if (edtf === null) return ''
  const plain = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}).*)?)?$/.exec(edtf)
  if (plain === null) return edtf
  const [, year, monthOfYear, dayOfMonth, time] = plain
  const date = new Date(Date.UTC(Number(year), Number(monthOfYear) - 1, Number(dayOfMonth ?? 1)))
  if (dayOfMonth === undefined) return month.format(date)
  return time === undefined ? day.format(date) : `${day.format(date)}, ${time}`
}

/** The same without the time of day, for lists. */
export function dayInWords(edtf: string | null): string {
  return dateInWords(edtf?.replace(/T.*$/, '') ?? null)
}

/** What is wrong with a value that the analyst typed, or null. */
export function complaintAbout(field: MetadataField, value: string): string | null {
  if (value === '' || !dateFields.has(field)) return null
  const withoutTime = value.replace(/T\d{2}:\d{2}.*$/, '')
  return parseEdtf(withoutTime) === null ? 'Write a date as 2025-11-07, 2025-11 or 2025' : null
}

export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB']
  let amount = bytes
  let unit = 0
  while (amount >= 1_000 && unit < units.length - 1) {
    amount /= 1_000
    unit++
  }
  return `${amount.toLocaleString('en', { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${units[unit]}`
}

/** `ar` is Arabic. */
export function languageInWords(language: string | null): string {
  if (language === null) return 'Not recognised'
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
}
