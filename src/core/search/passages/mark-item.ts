import type { Span } from '#text/offsets.ts'
import type { Store } from '../../casebook/casebook.ts'
import type { FoundItem } from '../index/found-items.ts'
import { wholeText } from '../index/searched-text.ts'
import {
  type Leaf,
  type Marked,
  positiveLeaves,
  type Query,
  type Whole,
  type Words,
} from '../language/query.ts'
import { HIGHLIGHTS, HIGHLIGHTS_NAMED, markedValues } from '../matching/compile-fields.ts'
import { findPattern } from '../matching/pattern-runner.ts'
import { findMatches, withoutContained } from './find-matches.ts'

/** Everything in one item that a query asked for: the matches of every leaf that is not under a NOT, in text order. */
export function markItem(store: Store, query: Query, item: FoundItem): Span[] {
  return withoutContained(positiveLeaves(query).flatMap((leaf) => matchesOf(store, leaf, item)))
}

/** Where one part of a query stands in an item. */
export function matchesOf(store: Store, leaf: Leaf, item: FoundItem): Span[] {
  switch (leaf.op) {
    case 'words':
    case 'run':
    case 'near':
    case 'typo':
      return findMatches(leaf, item.searched)
    case 'pattern':
    case 'looked-up':
      return findPattern(leaf.pattern, wholeText(item.searched))
    case 'text':
      return findMatches(leaf.of, item.searched)
    case 'title':
      return matchesWithin(leaf.of, item, item.standsAt('title'))
    case 'metadata':
      return matchesWithin(leaf.of, item, item.standsAt(leaf.field))
    case 'published':
      return [item.standsAt('published')].flatMap((span) => span ?? [])
    case 'entity':
    case 'tag':
    case 'type':
      return passagesOf(store, item, leaf)
    case 'whole':
      return wholeMatches(store, item, leaf)
    case 'imported':
    case 'grade':
    case 'kind':
    case 'source':
    case 'lang':
    case 'has':
      return []
  }
}

/** What is said about a source is marked only where the text says it. */
function matchesWithin(leaf: Words, { searched }: FoundItem, place: Span | null): Span[] {
  if (place === null) return []
  return findMatches(leaf, searched).filter(({ start, end }) => start >= place.start && end <= place.end)
}

function wholeMatches(store: Store, item: FoundItem, { facet, value }: Whole): Span[] {
  switch (facet) {
    case 'publisher':
    case 'author':
      return [item.standsAt(facet)].flatMap((span) => span ?? [])
    case 'month':
      return [item.standsAt('published')].flatMap((span) => span ?? [])
    case 'entity':
    case 'tag':
    case 'type':
      return passagesAmong(store, item, HIGHLIGHTS_NAMED[facet], [value])
    case 'kind':
    case 'language':
    case 'grade':
      return []
  }
}

function passagesOf(store: Store, item: FoundItem, leaf: Marked): Span[] {
  return passagesAmong(store, item, HIGHLIGHTS[leaf.op], markedValues(leaf))
}

function passagesAmong(store: Store, item: FoundItem, highlights: string, values: readonly string[]): Span[] {
  if (item.kind !== 'source') return []
  return store.all<Span>(
    `SELECT start, end FROM passages WHERE source = ? AND highlight IN (${highlights}) ORDER BY start`,
    item.key,
    ...values,
  )
}
