import type { SearchHit, SearchPassage, SearchReason } from '#contract/search.ts'
import type { Span } from '#text/offsets.ts'
import { cutSnippet } from '#text/snippet.ts'
import { words } from '#text/words.ts'
import type { Store } from '../../casebook/casebook.ts'
import { type FoundItem, readItem } from '../index/found-items.ts'
import { type SearchedText, searchedText, stretchAt } from '../index/searched-text.ts'
import { writeLeaf } from '../language/describe-query.ts'
import { type Leaf, positiveLeaves, type Query } from '../language/query.ts'
import { gainFor } from '../matching/nearness.ts'
import type { RankedItem } from '../matching/rank-items.ts'
import { findMatches, withoutContained } from './find-matches.ts'
import { markItem, matchesOf } from './mark-item.ts'

/** One hit as it is shown: what it is, why it was found, and its passages. */

/** @returns null for what is gone since it was ranked; `most` passages, all where it is undefined */
export function cutHit(
  store: Store,
  query: Query,
  ranked: RankedItem,
  most: number | undefined,
): SearchHit | null {
  const item = readItem(store, ranked.item, query)
  if (item === null) return null
  const { kind, id, source, title, publisher, published, mark } = item
  const parts = singleParts(query).map((leaf) => ({ leaf, found: matchesOf(store, leaf, item) }))
  const matches = isOnePart(query)
    ? withoutContained(parts.flatMap(({ found }) => found))
    : markItem(store, query, item)
  const nearness = gainFor(
    ranked.score,
    parts.map(({ found }) => found),
  )
  return {
    kind,
    id,
    source,
    title,
    publisher,
    published,
    score: ranked.score + nearness,
    nearness,
    passages: chooseMatches(item, matches, most).map((at) => passageOf(item, matches, at)),
    matches: matches.length,
    why: reasonsFor(parts, item),
    mark,
  }
}

/** The numbers of the matches to cut round: all in text order, or the best ones, best first. */
function chooseMatches(
  { searched }: FoundItem,
  matches: readonly Span[],
  most: number | undefined,
): number[] {
  if (most === undefined) return matches.map((_, at) => at)
  const found = matches.map((match) => words(textOf(searched, match)).map(({ word }) => word))
  const ranked = matches.map((_, at) => ({ at, ...density(matches, found, at) }))
  ranked.sort((a, b) => b.different - a.different || b.matches - a.matches || a.at - b.at)
  const chosen: number[] = []
  for (const { at } of ranked) {
    if (chosen.length >= most) break
    if (chosen.every((other) => isApart(matches, at, other))) chosen.push(at)
  }
  return chosen
}

/** How far a passage reaches behind its first match, in UTF-16 code units: two thirds of a snippet. */
const REACH = 160

/** How many different words that were asked for, and how many matches, a passage that begins with match `at` would show. */
function density(
  matches: readonly Span[],
  found: readonly (readonly string[])[],
  at: number,
): { different: number; matches: number } {
  const different = new Set<string>()
  const last = (matches[at]?.start ?? 0) + REACH
  let next = at
  for (let match = matches[next]; match !== undefined && match.end <= last; match = matches[next]) {
    for (const word of found[next] ?? []) different.add(word)
    next += 1
  }
  return { different: different.size, matches: next - at }
}

function isApart(matches: readonly Span[], one: number, other: number): boolean {
  return Math.abs((matches[one]?.start ?? 0) - (matches[other]?.start ?? 0)) > REACH
}

/** The match number `at`, and the text round it with all matches in it. */
function passageOf({ searched }: FoundItem, matches: readonly Span[], at: number): SearchPassage {
  const match = matches[at] ?? { start: 0, end: 0 }
  const stretch = stretchAt(searched, match)
  const shown = matches
    .slice(at, at + MOST_MARKS)
    .map(({ start, end }) => ({ start: start - stretch.start, end: end - stretch.start }))
  const { text, start, marks } = cutSnippet(stretch.text, shown)
  return {
    ...match,
    text: textOf(searched, match),
    snippet: text,
    snippetStart: stretch.start + start,
    marks,
  }
}

function textOf(searched: SearchedText, match: Span): string {
  const { start, text } = stretchAt(searched, match)
  return text.slice(match.start - start, match.end - start)
}

/** More matches than this do not fit into a snippet. */
const MOST_MARKS = 64

interface FoundPart {
  readonly leaf: Leaf
  readonly found: readonly Span[]
}

/** Every word and phrase that was asked for, by itself and once. */
function singleParts(query: Query): Leaf[] {
  const parts = positiveLeaves(query).flatMap((leaf): Leaf[] => (leaf.op === 'run' ? [...leaf.of] : [leaf]))
  return [...new Map(parts.map((part) => [writeLeaf(part), part])).values()]
}

/** One part alone is marked where it was found; several may have to be marked as one. */
function isOnePart(query: Query): boolean {
  return query.op === 'run' ? query.of.length === 1 : query.op === 'words'
}

function reasonsFor(parts: readonly FoundPart[], item: FoundItem): SearchReason[] {
  const title = searchedText(item.indexedTitle, [{ start: 0, end: item.indexedTitle.length }])
  return parts
    .map(({ leaf, found }) => ({
      part: writeLeaf(leaf),
      matches: found.length,
      inTitle: standsInTitle(leaf, title),
    }))
    .filter(({ matches, inTitle }) => matches > 0 || inTitle)
}

/** Titles are indexed beside the text; what is looked up in the tables, or in the text alone, stands in none. */
function standsInTitle(leaf: Leaf, title: SearchedText): boolean {
  switch (leaf.op) {
    case 'words':
    case 'run':
    case 'near':
    case 'typo':
      return findMatches(leaf, title).length > 0
    case 'title':
      return findMatches(leaf.of, title).length > 0
    case 'pattern':
    case 'looked-up':
    case 'text':
    case 'metadata':
    case 'published':
    case 'imported':
    case 'entity':
    case 'tag':
    case 'type':
    case 'kind':
    case 'source':
    case 'lang':
    case 'has':
    case 'whole':
    case 'grade':
      return false
  }
}
