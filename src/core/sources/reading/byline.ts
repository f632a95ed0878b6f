import type { Span } from '#contract/source.ts'
import { areNamesAfterBy } from './names.ts'
import { isOutlet } from './outlets.ts'
import { isPlace } from './places.ts'

/** What stands behind "By": who wrote the article, and for whom. Roles, places and those who did something else for it are none. */

export interface Credit extends Span {
  readonly value: string
  readonly rule: string
}

export interface AuthorsPart {
  readonly kind: 'authors'
  readonly credit: Credit
  /** Whether words say that they are the writers. */
  readonly said: boolean
  readonly outlet: Credit | null
}

const namedRole =
  /^(?:(?:our|a|an|the|special|senior|chief|staff|foreign|diplomatic|political|middle east|world|news|defen[cs]e|security|managing|deputy|associate|contributing|guest|freelance|national|international|economics?|white house|un|jerusalem|washington|beirut|damascus|london|moscow|global|affairs|investigative|data|features?|opinion)\s+){0,5}(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|analysts?|bureau chief|producers?|journalists?|desk|bureau|team|intern|fellow)(?:\s+(?:for|at|in|of)\s+.{2,40})?$/i
/** `Transport correspondent`, `Island Affairs Editor`: whatever stands before them, these are no names. */
const anyRole =
  /^(?:\p{Lu}[\p{L}’'-]*\s+){0,1}(?:\p{L}[\p{L}’'-]*\s+){1,3}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|bureau chief)$/u

/** What somebody is at an outlet, and no name with it. */
export function isRole(words: string): boolean {
  return namedRole.test(words) || anyRole.test(words)
}

const nobody =
  /^(?:(?:our|a|the|web|online|digital)\s+)?(?:staff(?: (?:writers?|reporters?|and agencies))?|(?:news|web|world|online|digital|foreign|city|national|international)?\s*desk|agencies|newsroom|editors?|admin|(?:news )?wires?|wire (?:services?|reports?)|correspondents?|(?:our )?(?:special )?correspondent|reporters?)$/i

/** `Staff`, `Our Correspondent`: it stands where a name would, and is none. */
export function isNobody(words: string): boolean {
  return nobody.test(words)
}

/** In blogs and forums people write under the name of an account. */
export const posted = /^(?:posted|submitted)\s+by\b/i
const account = /^[\p{L}\p{N}_.-]{2,30}$/u

/** What others did for the article, and who is named behind it. */
const isOtherWork =
  /^(?:edit(?:ed|ing)|translat(?:ed|ion)|additional reporting|photo(?:graph)?s?|video|illustrations?)\s+by\b/i
const writtenFor = /^special (?:to|for) (?<name>\S.*)$/i

/** "Jane Doe in Beirut and John Roe, The Daily Star": people are kept, places and roles dropped, the outlet told. */
export function readAuthors(
  words: string,
  start: number,
  isPosted: boolean,
): AuthorsPart | { readonly kind: 'plain' } | null {
  if (/[.!?]\s+\S/.test(words.replace(/\b\p{Lu}\.\s/gu, '')) || words.split(/\s+/).length > 24) return null
  const cleaned = words
    .replace(/\s+(?:on|at|le|am|el)$/, '')
    .replace(/\s*[(<]?\S+@\S+[)>]?|\s*@\w+/g, (found) => ' '.repeat(found.length))
    .trimEnd()
  if (nobody.test(cleaned)) return { kind: 'plain' }
  if (isOutlet(cleaned)) {
    return { kind: 'authors', credit: creditOf(cleaned, start, 'byline'), said: true, outlet: null }
  }
  let outlet: Credit | null = null
  const people: { name: string; at: number }[] = []
  for (const { 0: raw, index } of cleaned.matchAll(/(?:(?!\s+(?:and|&|et|und|y|with|for)\s+)[^,;/])+/gu)) {
    const piece = raw.replace(/^\s*(?:and|&|et|und|y|with|for)\s+/u, '').trim()
    const at = index + raw.indexOf(piece)
    if (isOtherWork.test(piece)) break
    const written = writtenFor.exec(piece)?.groups?.['name']
    if (written !== undefined) {
      outlet ??= isOutlet(written)
        ? creditOf(written, start + at + piece.length - written.length, 'outlet in the byline')
        : null
      continue
    }
    if (!isPosted && isPlaceBehind(people, piece, cleaned.slice(0, at))) continue
    const name = piece.replace(/\s+(?:in|from|at)\s+(?:the\s+)?\p{Lu}.*$/u, '')
    if (piece === '' || isRole(piece) || nobody.test(piece) || isPlace(piece)) continue
    if (isOutlet(piece)) outlet ??= creditOf(piece, start + at, 'outlet in the byline')
    else if (areNamesAfterBy(name) || (isPosted && account.test(name))) people.push({ name, at })
    else if (!/^(?:with|for|via)\b/i.test(piece)) return null
  }
  const credit = creditOfPeople(cleaned, people, start)
  return credit === null ? null : { kind: 'authors', credit, said: true, outlet }
}

/** Behind a comma and full names a single word is where they are: `Jane Doe, Selden`. */
function isPlaceBehind(people: readonly { name: string }[], piece: string, before: string): boolean {
  const areFull = people.length > 0 && people.every(({ name }) => /\s/.test(name))
  return areFull && !/\s/.test(piece) && /,\s*$/.test(before) && !isOutlet(piece)
}

function creditOfPeople(
  words: string,
  people: readonly { name: string; at: number }[],
  start: number,
): Credit | null {
  const [first, last] = [people[0], people.at(-1)]
  if (first === undefined || last === undefined) return null
  const end = last.at + last.name.length
  const names = people.map(({ name }) => name)
  const asWritten = words.slice(first.at, end)
  const value = /\s(?:in|from|at)\s/.test(asWritten) ? listOf(names) : asWritten
  return { start: start + first.at, end: start + end, value, rule: 'byline' }
}

function listOf(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function creditOf(words: string, start: number, rule: string): Credit {
  return { start, end: start + words.length, value: words, rule }
}
