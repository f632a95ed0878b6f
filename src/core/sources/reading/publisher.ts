import type { Span } from '#contract/source.ts'
import type { Dateline } from './dateline.ts'
import { readHeadline } from './headline.ts'
import type { ReadLine } from './line-roles.ts'
import { isOutlet } from './outlets.ts'

/** Who publishes the article, as its words tell: an outlet's name that stands alone, or where rights and origins are told. */

/** The first of these that the words have: the most outspoken first. */
export function findPublisher(
  text: string,
  lines: readonly ReadLine[],
  dateline: Dateline | null,
): Span | null {
  const headline = lines.find(({ role }) => role === 'headline')
  const alone = (place: ReadLine['place']) =>
    lines.find((line) => line.role === 'outlet' && line.place === place)
  const credits = lines.filter(({ role }) => role === 'credit')
  const inCredit = credits
    .map(({ credit }) => credit?.outlet)
    .find((one) => one !== null && one !== undefined)
  return (
    alone('top') ??
    inCredit ??
    (headline && readHeadline(text, headline).outlet) ??
    alone('bottom') ??
    outletOfChrome(text, lines) ??
    dateline?.agency ??
    null
  )
}

const namesOutlet = [
  /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?(?<name>\p{L}[^.|,;]{1,50}?)(?=\s*(?:[.|,;]|all rights reserved|$))/iu,
  /\bappeared first on\s+(?<name>[^.|]{2,50}?)\.?$/i,
  /\b(?:first|originally)?\s*(?:published|appeared) (?:by|in|on|at)\s+(?<name>(?:[Tt]he\s+)?\p{Lu}[^.,|]{1,50}?)(?:\s+on\b.*)?\.?$/u,
  /^source\s*:\s*(?<name>[^.|,]{2,50})$/i,
]

/** Copyright lines and syndication lines name the outlet outright. */
function outletOfChrome(text: string, lines: readonly ReadLine[]) {
  for (const line of lines.filter(({ role, place }) => role === 'chrome' && place !== 'body')) {
    for (const pattern of namesOutlet) {
      const name = pattern.exec(line.text)?.groups?.['name']
      if (name === undefined || (!isOutlet(name) && pattern !== namesOutlet[1])) continue
      const start = text.indexOf(name, line.start)
      return { start, end: start + name.length }
    }
  }
  return null
}
