import type { Evidence, Span, Zone, ZoneKind } from '#contract/source.ts'
import type { Found, FoundFields } from '../article.ts'
import type { Credit } from './byline.ts'
import { readCreditLine } from './credit-line.ts'
import { type Dateline, isDatelineAlone, readDateline } from './dateline.ts'
import type { DateOrder, FoundDate } from './dates.ts'
import { readHeadline } from './headline.ts'
import { type ReadLine, type Role, readRoles } from './line-roles.ts'
import { joinEndless, joinHardWrapped, readLines } from './lines.ts'
import { isOutlet } from './outlets.ts'

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
    ...creditFields(text, lines, dateline),
    ...(dateline?.place ? { dateline: stated(text, dateline.place, 'dateline') } : {}),
  }
  const publisher = findPublisher(text, lines, dateline)
  return {
    fields: publisher === null ? fields : { ...fields, publisher },
    zones: zonesOf(lines, dateline),
  }
}

function findDateline(lines: readonly ReadLine[], order?: DateOrder): Dateline | null {
  const alone = lines.find(({ role, text }) => role === 'dateline' && isDatelineAlone(text))
  if (alone) {
    const { start, end, text } = alone
    return { start, end, place: { start, end, value: text }, agency: null, date: null }
  }
  const first = lines.filter(({ role }) => role === 'body').slice(0, datelineReach)
  for (const { text, start } of first) {
    const found = readDateline(text, start, order)
    if (found) return found
  }
  return null
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

function creditFields(text: string, lines: readonly ReadLine[], dateline: Dateline | null): FoundFields {
  const credits = creditsInOrder(lines)
  const published = credits.map(({ credit }) => credit?.published).find(isThere) ?? dateline?.date ?? null
  const updated = credits.map(({ credit }) => credit?.updated).find(isThere) ?? null
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

function findPublisher(text: string, lines: readonly ReadLine[], dateline: Dateline | null): Found | null {
  const headline = lines.find(({ role }) => role === 'headline')
  const alone = (place: ReadLine['place']) =>
    lines.find((line) => line.role === 'outlet' && line.place === place)
  const credits = lines.filter(({ role }) => role === 'credit')
  const inCredit = credits.map(({ credit }) => credit?.outlet).find(isThere)
  const span =
    alone('top') ??
    inCredit ??
    (headline && readHeadline(text, headline).outlet) ??
    alone('bottom') ??
    outletOfChrome(text, lines) ??
    dateline?.agency
  return span ? stated(text, span, 'an outlet’s name standing alone') : null
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
