import type { FoundCitation } from '#contract/briefs.ts'
import { type EdtfDate, parseEdtf } from '#text/edtf.ts'

/** A source as a note names it. What the source does not say is left out, but a missing date is told: "n.d.". */

type Described = Pick<FoundCitation, 'author' | 'sourceTitle' | 'publisher' | 'published'>

/** `Ahmed Mohammed, “Quiet Talks”, The Courier, 30 June 2025.` */
export function describeInFull({ author, sourceTitle, publisher, published }: Described): string {
  const parts = [author, `“${sourceTitle}”`, publisher, dateInWords(published)]
  return `${parts.filter((part) => part !== null).join(', ')}.`
}

/** `Mohammed, “Quiet Talks”, note 3.` */
export function describeShortly({ author, sourceTitle }: Described, note: number): string {
  const surname = author?.trim().split(/\s+/).at(-1) ?? null
  const parts = [surname, `“${firstWords(sourceTitle)}”`, `note ${note}`]
  return `${parts.filter((part) => part !== null).join(', ')}.`
}

/** `2025-06-30` is `30 June 2025`; what is not a plain date stays as it is written. */
export function dateInWords(published: string | null): string {
  if (published === null) return 'n.d.'
  const date = parseEdtf(published)
  return date === null || 'from' in date ? published : plainDateInWords(date, published)
}

function plainDateInWords({ year, month, day, qualifier }: EdtfDate, written: string): string {
  if (month === null) return written
  const words = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'long',
    ...(day !== null && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day ?? 1))
  return qualifier === '' ? words : `about ${words}`
}

const shortTitleWords = 5

function firstWords(title: string): string {
  const words = title.split(/\s+/)
  return words.length <= shortTitleWords ? title : `${words.slice(0, shortTitleWords).join(' ')} …`
}
