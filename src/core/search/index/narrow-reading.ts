import type { Span } from '#text/offsets.ts'
import { type Leaf, positiveLeaves, type Query } from '../language/query.ts'
import { type SearchedText, type Stretch, searchedStretches } from './searched-text.ts'

/**
 * Reads of a text only the words round those that a query is about. Cutting a text into all its words is most of what a hit costs; a
 * regular expression that finds at least every place where one of the wanted words may begin is ten times faster, and only
 * there the words are cut as everywhere else.
 */

/** `stretches`: what was read of a text. @returns null where the query wants all words to be read */
export function wordsRound(
  stretches: readonly Stretch[],
  sections: readonly Span[],
  sought: Query,
): SearchedText | null {
  const places = placesOf(sought)
  if (places === null) return null
  const narrow = stretches.flatMap(({ start: from, text }) =>
    (spansRound(text, places) ?? [{ start: 0, end: text.length }]).map(
      ({ start, end }): Stretch => ({ start: from + start, text: text.slice(start, end) }),
    ),
  )
  return { ...searchedStretches(narrow, sections), stretches }
}

/** More different words are a text that was pasted. */
const MOST_WORDS = 16

const known = new WeakMap<Query, RegExp | null>()

/** Matches wherever one of the words of a query may begin; a page of hits asks for the same query. */
function placesOf(query: Query): RegExp | null {
  const kept = known.get(query)
  if (kept !== undefined) return kept
  const words = new Set<string>()
  const isNarrow = positiveLeaves(query).every((leaf) => {
    const wanted = wordsOf(leaf)
    for (const word of wanted ?? []) words.add(word)
    return wanted !== null
  })
  const canBe =
    isNarrow && words.size > 0 && words.size <= MOST_WORDS && [...words].every((word) => PLAIN.test(word))
  const places = canBe ? new RegExp([OTHER_LETTER, ...[...words].map(beginningOf)].join('|'), 'gi') : null
  known.set(query, places)
  return places
}

/** The words whose places tell all matches of a leaf; null where those between them matter too. */
function wordsOf(leaf: Leaf): readonly string[] | null {
  switch (leaf.op) {
    case 'words':
      return leaf.words
    case 'run':
      return leaf.of.flatMap(({ words }) => words)
    case 'text':
    case 'title':
    case 'metadata':
      return leaf.of.words
    case 'near':
    case 'typo':
      return null
    case 'pattern':
    case 'looked-up':
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
      return []
  }
}

const PLAIN = /^[a-z0-9]+$/
/** Beyond ASCII a letter may be any other when it is folded; punctuation is none, and common. */
const OTHER_LETTER = '[^\\x00-\\xa9\\xab-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf\\u2010-\\u2027\\u2030-\\u205e]'

/**
 * `envoy` as it may be written: with what is dropped inside a word (`U.S.`, `1,000`, `Hay'at`) between its letters. From the first
 * sign beyond ASCII on it may be anything.
 */
function beginningOf(word: string): string {
  return word.split('').reduceRight((rest, letter) => `${letter}['\`.,]*(?:[^\\x00-\\x7f]|${rest})`)
}

/** From white space to white space, in which no word goes on; what nothing but signs parts is one. Null for half of what was read, or more. */
function spansRound(text: string, places: RegExp): Span[] | null {
  const spans: Span[] = []
  let covered = 0
  places.lastIndex = 0
  for (let match = places.exec(text); match !== null; match = places.exec(text)) {
    const span = spanRound(text, match.index)
    const last = spans.at(-1)
    if (last !== undefined && !LETTER.test(text.slice(last.end, span.start)))
      spans[spans.length - 1] = { start: last.start, end: span.end }
    else spans.push(span)
    covered += span.end - span.start
    if (covered * 2 > text.length) return null
    places.lastIndex = span.end
  }
  return spans
}

const LETTER = /[\p{L}\p{N}\p{M}]/u

function spanRound(text: string, at: number): Span {
  let start = at
  while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start -= 1
  let end = at + 1
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1
  return { start, end }
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9
}
