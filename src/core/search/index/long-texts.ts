import type { MetadataField } from '#contract/source.ts'
import type { Span } from '#text/offsets.ts'
import type { Store } from '../../casebook/casebook.ts'
import { tellingParts } from '../language/particles.ts'
import { type Leaf, positiveLeaves, type Query, type Words } from '../language/query.ts'
import { phraseOf } from '../matching/match-words.ts'
import { PIECE } from './search-functions.ts'
import type { Stretch } from './searched-text.ts'

/**
 * Reads of a long text only what a query is about: the index of its pieces (migration `0010-long-texts`) tells where its words
 * stand, so that passages in a text of a million characters cost what they cost in a short one. All matches are in what is read.
 */

/** Characters; up to so many a text is read whole. */
export const LONG = 65_536

export interface LongText {
  /** Of the source. */
  readonly key: number
  /** Of its text. */
  readonly text: number
  readonly length: number
  readonly standsAt: (field: MetadataField) => Span | null
}

/** Null where the query may be about any place of the text: then it must be read whole. */
export function readStretches(store: Store, query: Query, long: LongText): Stretch[] | null {
  const spans: Span[] = []
  for (const leaf of positiveLeaves(query)) {
    const found = spansFor(store, leaf, long)
    if (found === null) return null
    spans.push(...found)
  }
  const joined = joinSpans(spans.map(({ start, end }) => widened(start, end, long.length)))
  const all = joined.reduce((sum, { start, end }) => sum + end - start, 0)
  return all * 2 > long.length ? null : joined.map((span) => readStretch(store, long, span))
}

/** Words of a NEAR that stand farther apart may have a piece between them that holds none of them. */
const FARTHEST = 100

/** Where the matches of a leaf must be; null for anywhere. */
function spansFor(store: Store, leaf: Leaf, long: LongText): Span[] | null {
  switch (leaf.op) {
    case 'words':
      return spansOf(store, leaf, long)
    case 'text':
      return spansOf(store, leaf.of, long)
    case 'run':
      return tellingParts(leaf.of).flatMap((part) => spansOf(store, part, long))
    case 'near':
      return leaf.within > FARTHEST || leaf.of.some(({ prefix }) => prefix)
        ? null
        : spansOf(store, { op: 'words', words: leaf.of.flatMap(({ words }) => words), prefix: false }, long)
    case 'title':
      return placeOf(long.standsAt('title'))
    case 'metadata':
      return placeOf(long.standsAt(leaf.field))
    case 'published':
      return placeOf(long.standsAt('published'))
    case 'imported':
    case 'grade':
    case 'kind':
    case 'source':
    case 'lang':
    case 'has':
      return []
    case 'typo':
    case 'pattern':
    case 'looked-up':
    case 'entity':
    case 'tag':
    case 'type':
    case 'whole':
      return null
  }
}

function placeOf(place: Span | null): Span[] {
  return place === null ? [] : [place]
}

/** The pieces with the word; of a phrase those where it may begin, since all its words stand in them or in the next. */
function spansOf(store: Store, { words, prefix }: Words, { key }: LongText): Span[] {
  const different = [
    ...new Set(
      words.map((word, at) =>
        phraseOf({ op: 'words', words: [word], prefix: prefix && at === words.length - 1 }),
      ),
    ),
  ]
  const places = different.map((match) => piecesWith(store, match, key))
  const [first = [], ...others] = places
  if (others.length === 0) return first.map((start) => ({ start, end: start + PIECE }))
  return [...new Set(places.flat())]
    .filter((start) => places.every((starts) => starts.some((one) => one >= start && one <= start + NEXT)))
    .map((start) => ({ start, end: start + NEXT + PIECE }))
}

/** How far behind the beginning of a piece the next one begins at most: a chunk may be one character longer than four pieces. */
const NEXT = PIECE + 1

/** Where the pieces begin, ascending. */
function piecesWith(store: Store, match: string, key: number): number[] {
  const first = key * KEYS_APART
  return store
    .all<{ piece: number }>(
      'SELECT rowid AS piece FROM search_pieces WHERE search_pieces MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid',
      match,
      first,
      first + KEYS_APART - 1,
    )
    .map(({ piece }) => piece - first)
}

const KEYS_APART = 2 ** 30

/** What is read round a span, so that a snippet has its surroundings, and a match that crosses a border its end. */
const ROUND = 640

function widened(start: number, end: number, length: number): Span {
  return { start: Math.max(0, start - ROUND), end: Math.min(length, end + ROUND) }
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || last.end < span.start) joined.push(span)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return joined
}

function readStretch(store: Store, { text, length }: LongText, { start, end }: Span): Stretch {
  const chunks = store.all<{ start: number; chunk: string }>(
    `SELECT start, chunk FROM text_chunks WHERE text = ? AND start < ? AND start >= coalesce(
       (SELECT max(start) FROM text_chunks WHERE text = ? AND start <= ?), 0) ORDER BY start`,
    text,
    end,
    text,
    start,
  )
  const from = chunks[0]?.start ?? 0
  const read = chunks
    .map(({ chunk }) => chunk)
    .join('')
    .slice(start - from, end - from)
  // What stands at the ends may be half a word.
  const first = start === 0 ? 0 : Math.max(0, read.slice(0, ROUND).search(SPACE))
  const last = end === length ? -1 : read.slice(-ROUND).search(LAST_SPACE)
  return {
    start: start + first,
    text: read.slice(first, last === -1 ? undefined : last - Math.min(ROUND, read.length)),
  }
}

/** No word has one of these in it, in whatever it is written. */
const SPACE = /[ \t\r\n]/
const LAST_SPACE = /[ \t\r\n][^ \t\r\n]*$/
