/** The names of months in the languages that news is most often read in, from the platform's own tables. */

/** The languages whose names of months, and ways to say how long ago, are known. */
export const newsLocales = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'uk',
  'tr',
  'he',
  'sv',
  'da',
  'nb',
  'cs',
  'el',
  'ar-EG',
  'ar-SY',
  'fa',
  'id',
  'ro',
  'hu',
] as const

const monthByName = new Map<string, number>([['sept', 9]])

for (const locale of newsLocales) {
  for (const month of ['long', 'short'] as const) {
    // With a day beside it, Slavic languages put the month in the genitive, as dates do.
    for (const options of [{ month }, { month, day: 'numeric' as const }]) {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
      for (let number = 1; number <= 12; number++) learn(format, number)
    }
  }
}

function learn(format: Intl.DateTimeFormat, number: number): void {
  const parts = format.formatToParts(new Date(Date.UTC(2025, number - 1, 15)))
  const name =
    parts
      .find(({ type }) => type === 'month')
      ?.value.toLowerCase()
      .replace(/\.$/, '') ?? ''
  if (/^\p{L}[\p{L}\p{M} ]{2,}$/u.test(name) && !monthByName.has(name)) monthByName.set(name, number)
}

/** A pattern source that matches any of the names, the longest first. */
export const monthPattern = [...monthByName.keys()].toSorted((a, b) => b.length - a.length).join('|')

/** 1–12. */
export function monthNumber(name: string): number | null {
  return monthByName.get(name.toLowerCase().replace(/\.$/, '')) ?? null
}
