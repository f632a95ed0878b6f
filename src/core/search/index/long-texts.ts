import type { MetadataField } from '#contract/source.ts'
import type { Span } from '#text/offsets.ts'
import { cutText, type Store } from '../../casebook/casebook.ts'
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

/** `pieces`: of all that is read for the query. */
export interface LookedFor {
  readonly query: Query
  readonly pieces: Pieces
}

/** Null where the query may be about any place of the text: then it must be read whole. */
export function readStretches(store: Store, { query, pieces }: LookedFor, long: LongText): Stretch[] | null {
  const spans: Span[] = []
  for (const leaf of positiveLeaves(query)) {
    const found = spansFor(pieces, leaf, long)
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
function spansFor(pieces: Pieces, leaf: Leaf, long: LongText): Span[] | null {
  switch (leaf.op) {
    case 'words':
      return spansOf(pieces, leaf, long)
    case 'text':
      return spansOf(pieces, leaf.of, long)
    case 'run':
      return tellingParts(leaf.of).flatMap((part) => spansOf(pieces, part, long))
    case 'near':
      return leaf.within > FARTHEST || leaf.of.some(({ prefix }) => prefix)
        ? null
        : spansOf(pieces, { op: 'words', words: leaf.of.flatMap(({ words }) => words), prefix: false }, long)
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
function spansOf(pieces: Pieces, { words, prefix }: Words, { key }: LongText): Span[] {
  const different = [
    ...new Set(
      words.map((word, at) =>
        phraseOf({ op: 'words', words: [word], prefix: prefix && at === words.length - 1 }),
      ),
    ),
  ]
  const places = different.map((match) => pieces.startsOf(match, key))
  const [first = [], ...others] = places
  if (others.length === 0) return first.map((start) => ({ start, end: start + PIECE }))
  return [...new Set(places.flat())]
    .filter((start) => places.every((starts) => starts.some((one) => one >= start && one <= start + NEXT)))
    .map((start) => ({ start, end: start + NEXT + PIECE }))
}

/** How far behind the beginning of a piece the next one begins at most: a chunk may be one character longer than four pieces. */
const NEXT = PIECE + 1

/**
 * The pieces with a word, asked for once for all texts of a page: to begin looking up a word takes FTS5 as long as a short hit takes in
 * all. What stands in very many pieces is asked for text by text.
 */
export class Pieces {
  readonly #store: Store
  readonly #keys: readonly number[]
  readonly #found = new Map<string, ReadonlyMap<number, readonly number[]> | null>()

  /** `keys`: of the sources that it will be asked about. */
  constructor(store: Store, keys: readonly number[]) {
    this.#store = store
    this.#keys = keys
  }

  /** Where in a text the pieces begin that hold a match, ascending. */
  startsOf(match: string, key: number): readonly number[] {
    const known = this.#found.get(match)
    const found = known === undefined ? this.#find(match) : known
    if (known === undefined) this.#found.set(match, found)
    return found === null ? this.#between(match, key, key, ALL).map(startOf) : (found.get(key) ?? [])
  }

  #find(match: string): ReadonlyMap<number, readonly number[]> | null {
    const most = MOST_A_TEXT * this.#keys.length
    const pieces = this.#between(match, Math.min(...this.#keys), Math.max(...this.#keys), most + 1)
    if (pieces.length > most) return null
    const found = new Map<number, number[]>()
    for (const piece of pieces) {
      const key = Math.floor(piece / KEYS_APART)
      const starts = found.get(key)
      if (starts === undefined) found.set(key, [startOf(piece)])
      else starts.push(startOf(piece))
    }
    return found
  }

  #between(match: string, first: number, last: number, most: number): number[] {
    return this.#store
      .all<{ piece: number }>(
        'SELECT rowid AS piece FROM search_pieces WHERE search_pieces MATCH ? AND rowid BETWEEN +? AND +? ORDER BY rowid LIMIT +?',
        match,
        first * KEYS_APART,
        (last + 1) * KEYS_APART - 1,
        most,
      )
      .map(({ piece }) => piece)
  }
}

/** A text of a million characters has 245 pieces; of one that is half a word's it would all be read. */
const MOST_A_TEXT = 100
const ALL = -1

function startOf(piece: number): number {
  return piece % KEYS_APART
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
  const read = cutText(store, text, start, end)
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
