import type { Span } from '#contract/source.ts'
import { type DateOrder, type FoundDate, findDates } from './dates.ts'
import { monthPattern } from './month-names.ts'
import { isAgency } from './outlets.ts'
import { isPlace } from './places.ts'

/** The words a report begins with: where it was filed, when, by which agency. `DAMASCUS, Nov 7 (Reuters) - …` */

export interface Dateline extends Span {
  readonly place: (Span & { readonly value: string }) | null
  readonly agency: (Span & { readonly value: string }) | null
  /** Only where a year stands beside it. */
  readonly date: FoundDate | null
}

const longest = 120
const separator =
  /^(?<head>.{2,110}?)(?:\s*(?:—|--+)\s*|\s+–\s*|–\s+|\s+-\s+|(?<=[)\]/.])\s*-\s*|(?<=\))\.\s+(?=\p{Lu})|(?<=\p{Lu}{3})-\s+|(?<=\p{Lu}\p{Lu})\s*:\s+)/u
const bracketed = /^\((?<inner>[^()]{3,60})\)\s*(?:[-–—]+\s*)?(?=\S)/
const agencyAtEnd =
  /[\s.]*(?:\((?<round>[^()]{2,60})\)|\/(?<slashed>[^/]{2,40})\/|\[(?<square>[^[\]]{2,40})\]|,\s(?<bare>\p{Lu}{3,8}))\s*\.?$/u
const dateAtEnd = new RegExp(
  String.raw`[,\s]+(?:(?:${monthPattern})\.?\s+\d{1,2}(?:,?\s*\d{4})?|\d{1,2}\.?\s+(?:${monthPattern})\.?(?:,?\s*\d{4})?)[.,]?$`,
  'iu',
)
const notPlaces =
  /^(?:UPDATE|EXCLUSIVE|BREAKING|WATCH|VIDEO|ANALYSIS|OPINION|LIVE|EXPLAINER|FACTBOX|CORRECTION|NEWS|REPORT|TIMELINE|PHOTOS?|MORE|READ|LISTEN|COMMENT|EDITORIAL|NOTE|URGENT|WRAPUP|INTERVIEW|FEATURE|US|UN|EU|UK|NATO|ISIS|IDF|WHO|PKK|HTS|SDF)\b/

/** @param offset where the paragraph stands in the text; all spans are counted there */
export function readDateline(paragraph: string, offset: number, order?: DateOrder): Dateline | null {
  const head = paragraph.slice(0, longest)
  const bracketed = readBracketed(head, offset, order)
  if (bracketed !== null) return withPlaceBehind(bracketed, head, offset, order)
  return readPlaced(head, offset, order) ?? readDated(head, offset, order)
}

/** `(ANSA) - NORREL, 14 MAR - Il porto …`: the place behind the agency. */
function withPlaceBehind(agency: Dateline, head: string, offset: number, order?: DateOrder): Dateline {
  const rest = head.slice(agency.end - offset)
  const at = agency.end + rest.length - rest.trimStart().length
  const placed = readPlaced(rest.trimStart(), at, order)
  return placed === null
    ? agency
    : { ...placed, start: offset, agency: agency.agency, date: agency.date ?? placed.date }
}

/** `(July 1, 2025 / JNS)` or `(Reuters) - `: an agency and perhaps a date, no place. */
function readBracketed(head: string, offset: number, order?: DateOrder): Dateline | null {
  const match = bracketed.exec(head)
  const inner = match?.groups?.['inner']
  if (match === null || inner === undefined) return null
  const date = findDates(inner, order)[0] ?? null
  const names = (date === null ? inner : inner.slice(0, date.start) + inner.slice(date.end)).split('/')
  const name = names.map((one) => one.replace(/^[\s,]+|[\s,]+$/g, '')).find((one) => one !== '')
  if (name === undefined || !isAgency(name)) return null
  const at = offset + 1
  return {
    start: offset,
    end: offset + match[0].trimEnd().length,
    place: null,
    agency: spanOf(name, at + inner.indexOf(name)),
    date: date && { ...date, start: at + date.start, end: at + date.end },
  }
}

function readPlaced(head: string, offset: number, order?: DateOrder): Dateline | null {
  const match = separator.exec(head)
  const before = match?.groups?.['head']
  if (match === null || before === undefined || match[0].length === head.length) return null
  const agencyMatch = agencyAtEnd.exec(before)
  const { round, slashed, square, bare } = agencyMatch?.groups ?? {}
  const name = round ?? slashed ?? square ?? bare
  const isName =
    name !== undefined && (isAgency(name) || (bare === undefined && isUnknownAgency(name, before)))
  const agency = agencyMatch !== null && isName ? { match: agencyMatch, name } : null
  const undated = before.slice(0, agency?.match.index ?? before.length)
  const dateMatch = dateAtEnd.exec(undated)
  const place = undated.slice(0, dateMatch?.index ?? undated.length).replace(/[\s,]+$/, '')
  if (!namesAPlace(place, agency !== null || dateMatch !== null)) return null
  return {
    start: offset,
    end: offset + match[0].trimEnd().length,
    place: spanOf(place, offset),
    agency: agency && spanOf(agency.name, offset + before.indexOf(agency.name, agency.match.index)),
    date: fullDate(undated, dateMatch, offset, order),
  }
}

/** In brackets between a place in capitals or a date and the dash stands who filed it: `PORT VELL, April 3 (Nordwire) - `. */
function isUnknownAgency(name: string, before: string): boolean {
  if (/^\p{Lu}{2,6}$/u.test(name) || /^[a-z]{3}$/.test(name)) return true
  const head = before.slice(0, before.lastIndexOf('(')).trim()
  return /^\p{Lu}[\p{L}-]{2,20}$/u.test(name) && (capitals.test(head) || dateAtEnd.test(head))
}

function fullDate(
  words: string,
  match: RegExpExecArray | null,
  offset: number,
  order?: DateOrder,
): FoundDate | null {
  const date = match && findDates(words, order).at(-1)
  return date && date !== undefined ? { ...date, start: date.start + offset, end: date.end + offset } : null
}

/** `April 17, 2015 -- `: a full date and nothing else. */
function readDated(head: string, offset: number, order?: DateOrder): Dateline | null {
  const [date] = findDates(head, order)
  if (date?.start !== 0) return null
  const dash = /^\.?\s*(?:—|–|--+|\s-\s)\s*(?=\S)/.exec(head.slice(date.end))
  if (dash === null) return null
  const end = offset + date.end + dash[0].trimEnd().length
  return {
    start: offset,
    end,
    place: null,
    agency: null,
    date: { ...date, start: offset, end: offset + date.end },
  }
}

const capitals =
  /^\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[\s/-]+(?:al-|el-|ash-|DE |OF )?\p{Lu}[\p{Lu}\p{M}.'’-]+){0,3}(?:,\s*\p{Lu}[\p{L}.'’ -]{1,30}){0,2}$/u
const capitalised =
  /^(?:\p{Lu}|al-\p{Lu}|el-\p{Lu})[\p{L}\p{M}.'’-]*(?:[\s/]+(?:(?:of|de|al|el|the)\s+)?\p{Lu}[\p{L}\p{M}.'’-]*){0,3}(?:,\s*\p{Lu}[\p{L}.'’ -]{1,30}){0,2}$/u

/** In capitals it is one by itself; otherwise the agency or date beside it must say so, or it is a place that is known. */
function namesAPlace(words: string, supported: boolean): boolean {
  if (words.length > 70 || notPlaces.test(words)) return false
  if (capitals.test(words)) return words.replace(/\P{L}/gu, '').length > 3
  if (!capitalised.test(words)) return false
  return supported || words.split(/\s*,\s*|\//).every((part) => isPlace(part))
}

function spanOf(value: string, start: number): Span & { value: string } {
  return { start, end: start + value.length, value }
}

/** A line that is a place and nothing else, in capitals: `ANKARA` under a headline. */
export function isDatelineAlone(line: string): boolean {
  const city = line.split(',')[0] ?? ''
  return city === city.toUpperCase() && city.length > 3 && isPlace(city) && namesAPlace(line, false)
}
