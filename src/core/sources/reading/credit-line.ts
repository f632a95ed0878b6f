import { type AuthorsPart, type Credit, creditOf, posted, readAuthors, role } from './byline.ts'
import { type DateOrder, type FoundDate, findDates } from './dates.ts'
import { areNames } from './names.ts'
import { isOutlet } from './outlets.ts'
import { isSectionName } from './page-chrome.ts'
import { isPlace } from './places.ts'

/**
 * A line that credits: who wrote it, when, for whom. Every part of it must be one of these; one part that is none makes it
 * a line of something else, so that a sentence which holds a date or a name is never one.
 */

export interface CreditLine {
  readonly authors: Credit | null
  readonly outlet: Credit | null
  readonly published: FoundDate | null
  readonly updated: FoundDate | null
  /** Names and nothing that says they are the author's: true only if the lines around agree. */
  readonly namesAlone: boolean
}

const longestCredit = 240

type Part =
  | AuthorsPart
  | { readonly kind: 'outlet'; readonly credit: Credit }
  | { readonly kind: 'updated' | 'published' | 'plain' | 'weak' }

/** `offset` is where the line stands in the text, which all spans are counted in. @returns null for any other line */
export function readCreditLine(
  line: string,
  offset: number,
  whole: string,
  order?: DateOrder,
): CreditLine | null {
  if (line.length > longestCredit || isProse(line)) return null
  const dates = findDates(line, order, whole)
  const segments = splitSegments(line, dates)
  const parts: { part: Part; start: number }[] = []
  for (const segment of segments) {
    const read = readSegment(segment.words, segment.start + offset)
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

function readSegment(words: string, start: number): Part[] | null {
  const whole = readPart(words, start)
  if (whole !== null) return [whole]
  const pieces = [...words.matchAll(/[^,/]+/g)].flatMap(({ 0: raw, index }) => {
    const piece = raw.trim()
    return piece === '' ? [] : [readPart(piece, start + index + raw.indexOf(piece))]
  })
  return pieces.length > 1 && pieces.every((part) => part !== null) ? pieces : null
}

const updatedLabel =
  /^(?:last )?(?:updated?|modified|edited|revised|mise? à jour|actualizado|aktualisiert|aggiornato|güncelleme|обновлено|تحديث|آخر تحديث|עודכן)(?!\p{L})(?: date)?(?:\s*:|\s+(?:on|at|le|el|am|il))*\s*(?<rest>.*)$/iu
const publishedLabel =
  /^(?:first )?(?:published|posted|issued|date|released|created|publication date|publiée?|publicado|veröffentlicht|stand|pubblicato|gepubliceerd|yayınlanma|опубликовано|تاريخ النشر|نشر|פורסם)(?!\p{L})(?: date)?(?:\s*:|\s+(?:on|at|by|in|le|el|am|il|op))*\s*(?<rest>.*)$/iu
const weekday =
  /^(?:sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?\.?$|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$/i
const clock =
  /^(?:at\s+)?(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*)?(?:\(?(?:GMT|UTC|[ECMPI][SD]?T|BST|CET|CEST|EEST|EET|MSK|AST|KSA|local time|hrs|Z)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?\)?)?$/i
const passing =
  /^(?:by|uhr|on|at|in|and|the|to|le|el|am|um|of|updated?|new|\d+\s*-?\s*min(?:ute)?s?(?:\s+(?:read|listen|watch))?|(?:an?|one|\d+) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|(?:yesterday|today)(?:\s+at\s+\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?)?|just now|\d+\s?(?:[smhdw]|hrs?|mins?)(?: ago)?|\d+ (?:comments?|shares?|views?)|\d+|advertisement|all posts|permalink|permanent link|edit|reply|report)$/i
const byWord =
  /^(?:(?:(?:written|story|words|text|report|analysis|opinion|reported|posted|published|article|commentary|exclusive)\s+)?by|authors?|(?:ein(?:e|en)?\s+)?(?:bericht|analyse|kommentar|reportage|interview|gastbeitrag|artikel|text)\s+von|(?:un\s+)?(?:texte|article|reportage|analyse)\s+(?:de|par)|(?:escrito|texto|reportaje|análisis)\s+(?:por|de)|par|por|von|di|door|yazan|бай|автор|بقلم|كتب|كتبت|מאת)(?:\s*:\s*|\s+)(?<rest>\S.*)$/iu

function readPart(words: string, start: number): Part | null {
  if (says(updatedLabel, words)) return { kind: 'updated' }
  if (says(publishedLabel, words)) return { kind: 'published' }
  if (isPlain(words)) return { kind: 'plain' }
  const by = byWord.exec(words)
  const rest = by?.groups?.['rest']
  if (rest !== undefined) {
    return readAuthors(rest, start + words.length - rest.length, posted.test(words))
  }
  if (isOutlet(words))
    return { kind: 'outlet', credit: creditOf(words, start, 'an outlet’s name standing alone') }
  if (isPlace(words) || isSectionName(words)) return { kind: 'weak' }
  if (role.test(words)) return { kind: 'weak' }
  if (!areNames(words)) return null
  return {
    kind: 'authors',
    credit: creditOf(words, start, 'names on a line of their own'),
    said: false,
    outlet: null,
  }
}

/** A label with nothing behind it, or only what says nothing: `Last modified on Sat`, `Last update: 1 hour ago`. */
function says(label: RegExp, words: string): boolean {
  const rest = label.exec(words)?.groups?.['rest']
  return rest !== undefined && (rest === '' || isPlain(rest))
}

function isPlain(words: string): boolean {
  return weekday.test(words) || clock.test(words) || passing.test(words)
}

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
    namesAlone: !strong,
  }
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
