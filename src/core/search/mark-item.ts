import type { Span } from '#text/offsets.ts'
import type { Store } from '../casebook/casebook.ts'
import { ENTITY_HIGHLIGHTS, TAG_HIGHLIGHTS } from './compile-fields.ts'
import { findMatches, withoutContained } from './find-matches.ts'
import type { FoundItem } from './found-items.ts'
import { type Leaf, positiveLeaves, type Query, type Words } from './query.ts'

/** Everything in one item that a query asked for: the matches of every leaf that is not under a NOT, in text order. */
export function markItem(store: Store, query: Query, item: FoundItem): Span[] {
  return withoutContained(positiveLeaves(query).flatMap((leaf) => matchesOf(store, leaf, item)))
}

function matchesOf(store: Store, leaf: Leaf, item: FoundItem): Span[] {
  switch (leaf.op) {
    case 'words':
    case 'run':
    case 'near':
    case 'typo':
      return findMatches(leaf, item.searched)
    case 'title':
      return matchesWithin(leaf.of, item, item.standsAt('title'))
    case 'metadata':
      return matchesWithin(leaf.of, item, item.standsAt(leaf.field))
    case 'published':
      return [item.standsAt('published')].flatMap((span) => span ?? [])
    case 'entity':
      return passagesOf(store, item, ENTITY_HIGHLIGHTS, [leaf.name, leaf.name])
    case 'tag':
      return passagesOf(store, item, TAG_HIGHLIGHTS, [leaf.name])
  }
}

/** What is said about a source is marked only where the text says it. */
function matchesWithin(leaf: Words, { searched }: FoundItem, place: Span | null): Span[] {
  if (place === null) return []
  return findMatches(leaf, searched).filter(({ start, end }) => start >= place.start && end <= place.end)
}

function passagesOf(store: Store, item: FoundItem, highlights: string, names: readonly string[]): Span[] {
  if (item.kind !== 'source') return []
  return store.all<Span>(
    `SELECT start, end FROM passages WHERE source = ? AND highlight IN (${highlights})`,
    item.key,
    ...names,
  )
}
