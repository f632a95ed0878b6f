import type { SearchHit, SearchPassage, SearchReason } from '#contract/search.ts'
import type { Span } from '#text/offsets.ts'
import { cutSnippet } from '#text/snippet.ts'
import { words } from '#text/words.ts'
import type { Store } from '../../casebook/casebook.ts'
import { type FoundItem, lookFor, readItem } from '../index/found-items.ts'
import { type SearchedText, searchedText, stretchAt } from '../index/searched-text.ts'
import { writeLeaf } from '../language/describe-query.ts'
import { type Leaf, positiveLeaves, type Query } from '../language/query.ts'
import { gainFor } from '../matching/nearness.ts'
import type { RankedItem } from '../matching/rank-items.ts'
import { findMatches, withoutContained } from './find-matches.ts'
import { type Cut, keepCuts } from './kept-cuts.ts'
import { markItem, matchesOf } from './mark-item.ts'

/** Hits as they are shown: what each is, why it was found, and its passages. */

/**
 * `most`: of each so many passages, all where it is undefined. `goOn` is called before each is cut; what it throws ends it.
 * @returns without what is gone since it was ranked
 */
export function cutHits(
  store: Store,
  query: Query,
  ranked: readonly RankedItem[],
  most: number | undefined,
  goOn: () => void = () => {},
): SearchHit[] {
  const sought = lookFor(
    store,
    query,
    ranked.map(({ item }) => item),
  )
  const cutOf = keepCuts(store, query, most)
  const cut = cutting(store, query, most)
  return ranked.flatMap((one) => {
    goOn()
    const item = readItem(store, one.item, sought)
    return item === null ? [] : hitOf(item, one, item.isLong ? cutOf(one.item, () => cut(item)) : cut(item))
  })
}

function hitOf(item: FoundItem, { score }: RankedItem, { passages, matches, why, gain }: Cut): SearchHit {
  const { kind, id, source, title, publisher, published, mark } = item
  const nearness = score * gain
  return {
    kind,
    id,
    source,
    title,
    publisher,
    published,
    score: score + nearness,
    nearness,
    passages: [...passages],
    matches,
    why: [...why],
    mark,
  }
}

/** What each hit of a page is cut by. */
function cutting(store: Store, query: Query, most: number | undefined): (item: FoundItem) => Cut {
  const leaves = singleParts(query)
  return (item) => {
    const parts = leaves.map((part) => ({ ...part, found: matchesOf(store, part.leaf, item) }))
    const matches = isOnePart(query)
      ? withoutContained(parts.flatMap(({ found }) => found))
      : markItem(store, query, item)
    return {
      passages: chooseMatches(item, matches, most).map((at) => passageOf(item, matches, at)),
      matches: matches.length,
      why: reasonsFor(parts, item),
      gain: gainFor(parts.map(({ found }) => found)),
    }
  }
}

/** The numbers of the matches to cut round: all in text order, or the best ones, best first. */
function chooseMatches(
  { searched }: FoundItem,
  matches: readonly Span[],
  most: number | undefined,
): number[] {
  if (most === undefined) return matches.map((_, at) => at)
  const found = wordsFound(searched, matches)
  const ranked = matches.map((_, at) => ({ at, ...density(matches, found, at) }))
  ranked.sort((a, b) => b.different - a.different || b.matches - a.matches || a.at - b.at)
  const chosen: number[] = []
  for (const { at } of ranked) {
    if (chosen.length >= most) break
    if (chosen.every((other) => isApart(matches, at, other))) chosen.push(at)
  }
  return chosen
}

/** The folded words of each match; what was written alike is cut once. */
function wordsFound(searched: SearchedText, matches: readonly Span[]): (readonly string[])[] {
  const known = new Map<string, readonly string[]>()
  return matches.map((match) => {
    const text = textOf(searched, match)
    const found = known.get(text) ?? words(text).map(({ word }) => word)
    known.set(text, found)
    return found
  })
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

interface SinglePart {
  readonly leaf: Leaf
  readonly part: string
}

interface FoundPart extends SinglePart {
  readonly found: readonly Span[]
}

/** Every word and phrase that was asked for, by itself and once. */
function singleParts(query: Query): SinglePart[] {
  const leaves = positiveLeaves(query).flatMap((leaf): Leaf[] => (leaf.op === 'run' ? [...leaf.of] : [leaf]))
  const parts = leaves.map((leaf) => ({ leaf, part: writeLeaf(leaf) }))
  return [...new Map(parts.map((one) => [one.part, one])).values()]
}

/** One part alone is marked where it was found; several may have to be marked as one. */
function isOnePart(query: Query): boolean {
  return query.op === 'run' ? query.of.length === 1 : query.op === 'words'
}

function reasonsFor(parts: readonly FoundPart[], item: FoundItem): SearchReason[] {
  const title = searchedText(item.indexedTitle, [{ start: 0, end: item.indexedTitle.length }])
  return parts
    .map(({ leaf, part, found }) => ({
      part,
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
