import { type AuthorsPart, type Credit, creditOf, isRole, posted, readAuthors } from './byline.ts'
import { byWord, isPlainWord, publishedLabel, updatedLabel } from './credit-words.ts'
import { type DateOrder, type FoundDate, findDates } from './dates.ts'
import { monthNumber, monthPattern } from './month-names.ts'
import { areNames } from './names.ts'
import { isOutlet } from './outlets.ts'
import { isSectionName } from './page-chrome.ts'
import { isPlace } from './places.ts'
import { type RelativeDate, readRelativeDate } from './relative-dates.ts'

/**
 * A line that credits: who wrote it, when, for whom. Every part of it must be one of these; one part that is none makes it
 * a line of something else, so that a sentence which holds a date or a name is never one.
 */

export interface CreditLine {
  readonly authors: Credit | null
  readonly outlet: Credit | null
  readonly published: FoundDate | null
  readonly updated: FoundDate | null
  /** `3 hours ago`, which tells a date only to who knows when that was said. */
  readonly relative: { readonly published: RelativeDate | null; readonly updated: RelativeDate | null }
  /** Names and nothing that says they are the author's: true only if the lines around agree. */
  readonly namesAlone: boolean
}

const longestCredit = 240

type Part =
  | AuthorsPart
  | { readonly kind: 'outlet'; readonly credit: Credit }
  | { readonly kind: 'updated' | 'published' | 'plain'; readonly relative?: RelativeDate | null }
  | { readonly kind: 'weak' }

/**
 * `offset` is where the line stands in the text, which all spans are counted in.
 * @param expectsNames whether the lines around say that names must stand here: then they may be written as behind `By`
 * @returns null for any other line
 */
export function readCreditLine(
  line: string,
  offset: number,
  whole: string,
  order?: DateOrder,
  expectsNames = false,
): CreditLine | null {
  if (line.length > longestCredit || isProse(line)) return null
  const full = findDates(line, order, whole)
  const dates = full.length > 0 ? full : findMonthsAlone(line)
  const segments = splitSegments(line, dates)
  const parts: { part: Part; start: number }[] = []
  for (const segment of segments) {
    const read = readSegment(segment.words, segment.start + offset, expectsNames)
    if (read === null) return null
    parts.push(...read.map((part) => ({ part, start: segment.start })))
  }
  return summarise(dates, parts, offset)
}

/** Lines are read by the hundred, and few are credits: so many small words make a sentence, whatever else it has. */
const smallWordsOfProse = 9

function isProse(line: string): boolean {
  let count = 0
  for (let at = line.indexOf(' '); at >= 0 && count < smallWordsOfProse; at = line.indexOf(' ', at + 1)) {
    if (isSmallLetter(line.charCodeAt(at + 1)) && isSmallLetter(line.charCodeAt(at + 2))) count += 1
  }
  return count >= smallWordsOfProse
}

function isSmallLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

interface Segment {
  readonly words: string
  readonly start: number
}

/** What stands between dates and separators. */
function splitSegments(line: string, dates: readonly FoundDate[]): Segment[] {
  let rest = line.replace(/\S+@\S+\.\S+/g, (address) => '|'.repeat(address.length))
  for (const { start, end } of dates) rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end)
  return [...rest.matchAll(/(?:(?!\s[-–—]\s|\s{3,})[^|•·●\t])+/g)].flatMap(({ 0: raw, index }) => {
    const words = raw.replace(/^[\s,;:/()[\]–—-]+|[\s,;:/()[\]–—-]+$/g, '')
    return words === '' ? [] : [{ words, start: index + raw.indexOf(words) }]
  })
}

function readSegment(words: string, start: number, expectsNames: boolean): Part[] | null {
  const whole = readPart(words, start, expectsNames)
  if (whole !== null) return [whole]
  const pieces = [...words.matchAll(/[^,/]+/g)].flatMap(({ 0: raw, index }) => {
    const piece = raw.trim()
    return piece === '' ? [] : [readPart(piece, start + index + raw.indexOf(piece), expectsNames)]
  })
  return pieces.length > 1 && pieces.every((part) => part !== null) ? pieces : null
}

function readPart(words: string, start: number, expectsNames: boolean): Part | null {
  const labelled =
    readLabel('updated', updatedLabel, words, start) ?? readLabel('published', publishedLabel, words, start)
  if (labelled !== null) return labelled
  const relative = readRelativeDate(words, start)
  if (relative !== null) return { kind: 'plain', relative }
  if (isPlainWord(words)) return { kind: 'plain' }
  const rest = byWord.exec(words)?.groups?.['rest']
  if (rest !== undefined) {
    return readAuthors(rest, start + words.length - rest.length, posted.test(words))
  }
  if (isOutlet(words))
    return { kind: 'outlet', credit: creditOf(words, start, 'an outlet’s name standing alone') }
  if (isPlace(words) || isSectionName(words)) return { kind: 'weak' }
  if (isRole(words)) return { kind: 'weak' }
  if (!areNames(words)) return expectsNames ? readExpectedNames(words, start) : null
  return { kind: 'authors', credit: creditOf(words, start, namesAlone), said: false, outlet: null }
}

const namesAlone = 'names on a line of their own'
const uncasedWords = /^[\p{Lo}\p{M}'’-]+(?:\s+[\p{Lo}\p{M}'’-]+){0,3}$/u

/** `Jane Doe in Selden and John Roe in Halm`; in scripts without capitals any two or three words, and one word for where they are. */
function readExpectedNames(words: string, start: number): Part | null {
  if (uncasedWords.test(words) && !/\s/.test(words)) return { kind: 'weak' }
  const isUncased = uncasedWords.test(words) && words.length < 40
  if (!isUncased && !/\s(?:in|at|from)\s/.test(words)) return null
  const part = readAuthors(words, start, false)
  if (part?.kind !== 'authors' || !(isUncased || areNames(part.credit.value))) return null
  return { ...part, credit: { ...part.credit, rule: namesAlone }, said: false }
}

/** A label with nothing behind it, or only what says nothing or counts back: `Last modified on Sat`, `Last update: 1 hour ago`. */
function readLabel(kind: 'updated' | 'published', label: RegExp, words: string, start: number): Part | null {
  const rest = label.exec(words)?.groups?.['rest']
  if (rest === undefined) return null
  const relative = readRelativeDate(rest, start + words.length - rest.length)
  return rest === '' || relative !== null || isPlainWord(rest) ? { kind, relative } : null
}

const monthAlone = new RegExp(
  String.raw`(?:^|[|•·:–—]\s*|\b(?:published|posted|updated|released|issued)\s+(?:in\s+)?)(?<words>(?<month>${monthPattern})\.?\s+(?<year>(?:19|20)\d\d))\s*(?=$|[|•·–—])`,
  'giu',
)

/** `March 2024`, where no day is told: what reports and journals carry. */
function findMonthsAlone(line: string): FoundDate[] {
  if (line.length > longestOfMonths || !/(?:19|20)\d\d/.test(line)) return []
  return [...line.matchAll(monthAlone)].flatMap((match) => {
    const { words = '', month = '', year = '' } = match.groups ?? {}
    const number = monthNumber(month)
    if (number === null) return []
    const start = match.index + match[0].indexOf(words)
    const edtf = `${year}-${String(number).padStart(2, '0')}`
    return [
      {
        start,
        end: start + words.length,
        edtf,
        certainty: 'stated' as const,
        rule: 'month and year, no day is told',
      },
    ]
  })
}

const longestOfMonths = 80

function summarise(
  dates: readonly FoundDate[],
  parts: readonly { part: Part; start: number }[],
  offset: number,
): CreditLine | null {
  const authors = parts.map(({ part }) => part).find((part) => part.kind === 'authors')
  const outlet = parts.map(({ part }) => part).find((part) => part.kind === 'outlet')
  const said =
    authors?.said === true || parts.some(({ part }) => part.kind === 'published' || part.kind === 'updated')
  const strong = dates.length > 0 || said || passingOnly(parts)
  if (!strong && authors === undefined) return null
  const { published, updated } = sortDates(dates, parts)
  return {
    authors: authors?.credit ?? null,
    outlet: outlet?.credit ?? authors?.outlet ?? null,
    published: moved(published, offset),
    updated: moved(updated, offset),
    relative: sortRelative(parts),
    namesAlone: !strong,
  }
}

/** A date that counts back is of the label that it stands behind, and of the publication where none does. */
function sortRelative(parts: readonly { part: Part }[]): CreditLine['relative'] {
  const [found, label]: [
    Record<'published' | 'updated', RelativeDate | null>,
    { kind: 'published' | 'updated' },
  ] = [{ published: null, updated: null }, { kind: 'published' }]
  for (const { part } of parts) {
    if (part.kind === 'published' || part.kind === 'updated') label.kind = part.kind
    if ('relative' in part) found[label.kind] ??= part.relative ?? null
  }
  return found
}

/** "2 hours ago", "3 min read": a credit line, though it says nothing that can be kept. */
function passingOnly(parts: readonly { part: Part }[]): boolean {
  return (
    parts.length > 0 &&
    parts.every(({ part }) => part.kind === 'plain' || part.kind === 'weak') &&
    parts.some(({ part }) => part.kind === 'plain')
  )
}

function sortDates(dates: readonly FoundDate[], parts: readonly { part: Part; start: number }[]) {
  const isUpdate = (date: FoundDate) =>
    parts.findLast(
      ({ part, start }) => start < date.start && (part.kind === 'updated' || part.kind === 'published'),
    )?.part.kind === 'updated'
  return {
    published: dates.find((date) => !isUpdate(date)) ?? null,
    updated: dates.find(isUpdate) ?? null,
  }
}

function moved(date: FoundDate | null, offset: number): FoundDate | null {
  return date && { ...date, start: date.start + offset, end: date.end + offset }
}
