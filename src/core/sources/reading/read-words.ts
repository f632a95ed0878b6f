import type { Evidence, Span, Zone, ZoneKind } from '#contract/source.ts'
import type { Found, FoundFields } from '../article.ts'
import type { Credit } from './byline.ts'
import { readCreditLine } from './credit-line.ts'
import { type Dateline, readDateline } from './dateline.ts'
import { type DateOrder, type FoundDate, findDates } from './dates.ts'
import { readHeadline } from './headline.ts'
import { type ReadLine, type Role, readRoles } from './line-roles.ts'
import { joinEndless, joinHardWrapped, readLines } from './lines.ts'
import { findPublisher } from './publisher.ts'
import { type Moment, resolveRelative } from './relative-dates.ts'

/** What the words of an article say about it: its fields, each with the words it comes from, and its zones. */

export interface WordsRead {
  readonly fields: FoundFields
  readonly zones: readonly Zone[]
}

/** How many paragraphs may stand before the one with the dateline. */
const datelineReach = 2

export interface WordsHints {
  /** How numbers like 03/04/2025 are to be read. */
  readonly order?: DateOrder | undefined
  /** What the markup calls captions. */
  readonly captions?: readonly Span[] | undefined
  /** What the format knows to be none of the article's. */
  readonly boilerplate?: readonly Span[] | undefined
  /** What the document calls its main headings. */
  readonly headings?: readonly Span[] | undefined
  /** When the document was seen as it is, where the document tells: dates that count back are counted from there. */
  readonly seen?: Moment | undefined
  /** Items of lists, rows of tables, quotations. */
  readonly insets?: readonly Span[] | undefined
}

export function readWords(text: string, hints: WordsHints = {}): WordsRead {
  const { order } = hints
  const paragraphs = joinHardWrapped(text, readLines(text))
  const lines = readRoles(joinEndless(text, paragraphs), text, hints)
  const dateline = findDateline(lines, order)
  const fields = {
    ...headlineFields(text, lines),
    ...creditFields(text, lines, dateline, hints.seen ?? siteClock(lines, order)),
    ...(dateline?.place ? { dateline: stated(text, dateline.place, 'dateline') } : {}),
  }
  const outlet = findPublisher(text, lines, dateline)
  return {
    fields:
      outlet === null
        ? fields
        : { ...fields, publisher: stated(text, outlet, 'an outlet’s name standing alone') },
    zones: zonesOf(lines, dateline),
  }
}

function findDateline(lines: readonly ReadLine[], order?: DateOrder): Dateline | null {
  const alone = lines.find(({ role }) => role === 'dateline')
  if (alone) {
    const { start, end, text } = alone
    return { start, end, place: { start, end, value: text }, agency: null, date: null }
  }
  const first = lines.filter(({ role }) => role === 'body').slice(0, datelineReach)
  for (const { text, start } of first) {
    const found = readDateline(text, start, order)
    if (found && !isSpeaker(text, lines)) return found
  }
  return null
}

const speaker = /^(?:Q|A|\p{Lu}[\p{Lu}.'’ -]{1,30}):\s/u

/** `HOST: Good morning.` looks like a dateline; where others speak too it is a transcript. */
function isSpeaker(text: string, lines: readonly ReadLine[]): boolean {
  return speaker.test(text) && lines.filter((line) => speaker.test(line.text)).length > 1
}

function headlineFields(text: string, lines: readonly ReadLine[]): FoundFields {
  const line = lines.find(({ role }) => role === 'headline')
  if (line === undefined) return {}
  const { start, end, value } = readHeadline(text, line)
  const evidence = evidenceOf(text.slice(start, end), { start, end }, ruleOfHeadline(lines, line))
  const certainty = evidence.rule === guessed.headline ? 'guess' : 'stated'
  return { title: { value, evidence: { ...evidence, certainty } } }
}

/** A line that reads like a headline is one where the document says so, or where what follows a headline stands beside it. */
function ruleOfHeadline(lines: readonly ReadLine[], line: ReadLine): string {
  if (line.headline === true) return 'first main heading of the document'
  const besideIt = lines.some(
    ({ role, place }) => place === 'top' && /^(?:credit|outlet|dateline|caption)$/.test(role),
  )
  const opens = lines.find(({ role }) => role === 'body')
  const isLabelled = /^(?:title|headline|subject)\s*:/i.test(line.text)
  const hasDateline = opens !== undefined && readDateline(opens.text, opens.start) !== null
  return besideIt || isLabelled || hasDateline ? 'first line that reads like a headline' : guessed.headline
}

function creditFields(
  text: string,
  lines: readonly ReadLine[],
  dateline: Dateline | null,
  seen: Moment | null,
): FoundFields {
  const credits = creditsInOrder(lines)
  const countedBack = (field: 'published' | 'updated'): FoundDate | null => {
    const relative = credits.map(({ credit }) => credit?.relative[field]).find(isThere)
    return relative !== undefined && seen !== null ? resolveRelative(relative, seen) : null
  }
  const stated = credits.map(({ credit }) => credit?.published).find(isThere) ?? dateline?.date
  const published = stated ?? countedBack('published')
  const updated = credits.map(({ credit }) => credit?.updated).find(isThere) ?? countedBack('updated')
  const author =
    credits.map(({ credit }) => credit?.authors).find(isThere) ?? agencyReporters(lines) ?? authorOfBio(lines)
  return {
    ...(author ? { author: foundCredit(text, author) } : {}),
    // Where only an update's date is told, the article is of then or before.
    ...(updated
      ? { published: foundDate(text, updated, true), updated: foundDate(text, updated, false) }
      : {}),
    ...(published ? { published: foundDate(text, published, false) } : {}),
  }
}

/** `Today is Monday, 8 July 2024` in the head of a page is no date of the article, and tells when the page was seen. */
function siteClock(lines: readonly ReadLine[], order?: DateOrder): Moment | null {
  for (const { role, place, text } of lines) {
    if (place === 'body') break
    if (role !== 'chrome') continue
    const [date] = findDates(text, order)
    if (date?.certainty === 'stated') return { edtf: date.edtf, rule: 'the clock in the head of the page' }
  }
  return null
}

/** Below the headline first, then at the bottom; what stands above it may be the page's own clock. */
function creditsInOrder(lines: readonly ReadLine[]): ReadLine[] {
  const headline = lines.findIndex(({ role }) => role === 'headline')
  const credits = lines.filter(({ role }) => role === 'credit')
  const rank = (line: ReadLine) => (line.place === 'bottom' ? 1 : lines.indexOf(line) < headline ? 2 : 0)
  return credits.toSorted((a, b) => rank(a) - rank(b))
}

/** `Reporting by Jane Doe in Beirut; editing by …` below an agency's report. */
function agencyReporters(lines: readonly ReadLine[]): Credit | null {
  for (const { text, start, place } of lines) {
    const match = place === 'bottom' ? /^\(?(?:Reporting|Writing) by (?<names>[^;.)]+)/.exec(text) : null
    if (match === null) continue
    const words = match[0].replace(/^\(?(?:Reporting|Writing) /, '')
    const credit = readCreditLine(words, start + match[0].length - words.length, text)
    if (credit?.authors) return { ...credit.authors, rule: 'reporting credit below the article' }
  }
  return null
}

function authorOfBio(lines: readonly ReadLine[]): Credit | null {
  const line = lines.find(({ role }) => role === 'bio')
  const name = line && /^.+?(?=\s+(?:is|was|are)\s)/.exec(line.text)?.[0]
  return line && name
    ? { start: line.start, end: line.start + name.length, value: name, rule: guessed.bio }
    : null
}

const guessed = {
  bio: 'the line below the article that says who its writer is',
  headline: 'first line, which reads like a headline; nothing else says that it is one',
}

const zoneOfRole: Readonly<Record<Role, ZoneKind>> = {
  headline: 'headline',
  standfirst: 'headline',
  credit: 'byline',
  outlet: 'byline',
  dateline: 'dateline',
  caption: 'caption',
  chrome: 'boilerplate',
  furniture: 'boilerplate',
  bio: 'boilerplate',
  body: 'body',
}

/** Paragraphs in a row are one zone; every other line is its own. A dateline lies inside the body that it opens. */
function zonesOf(lines: readonly ReadLine[], dateline: Dateline | null): Zone[] {
  const zones: Zone[] = []
  for (const { role, start, end } of lines) {
    const kind = zoneOfRole[role]
    const last = zones.at(-1)
    if (kind === 'body' && last?.kind === 'body') zones[zones.length - 1] = { ...last, end }
    else zones.push({ kind, start, end })
  }
  if (dateline && !zones.some(({ kind }) => kind === 'dateline')) {
    zones.push({ kind: 'dateline', start: dateline.start, end: dateline.end })
  }
  return zones.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function foundCredit(text: string, { start, end, value, rule }: Credit): Found {
  const certainty = rule === guessed.bio ? 'guess' : 'stated'
  return { value, evidence: { ...evidenceOf(text.slice(start, end), { start, end }, rule), certainty } }
}

function foundDate(text: string, date: FoundDate, onlyUpdate: boolean): Found {
  const rule = onlyUpdate ? `${date.rule}; the date of an update, no other is told` : date.rule
  const certainty = onlyUpdate ? 'guess' : date.certainty
  return {
    value: date.edtf,
    evidence: { ...evidenceOf(text.slice(date.start, date.end), date, rule), certainty },
  }
}

function stated(text: string, { start, end }: { start: number; end: number }, rule: string): Found {
  const value = text.slice(start, end)
  return { value, evidence: evidenceOf(value, { start, end }, rule) }
}

function evidenceOf(words: string, { start, end }: { start: number; end: number }, rule: string): Evidence {
  return { span: { start, end }, from: 'text', words, rule, certainty: 'stated' }
}

function isThere<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
