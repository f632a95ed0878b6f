import { characterEnd, characterStart } from './graphemes.ts'
import type { Span } from './offsets.ts'
import { paragraphAt } from './paragraphs.ts'

/** A stretch of text cut round matches: `text` stands at `start` on the whole, `marks` are offsets on `text`. */
export type Snippet = { text: string; start: number; marks: Span[] }

/**
 * Cuts round the first of `matches` (ascending, not empty) within its paragraph, about `length` code units long and at word borders
 * where there are any; never inside a character. Later matches are marked as far as they fall into it; a match longer than
 * the snippet is cut.
 */
export function cutSnippet(text: string, matches: readonly Span[], length = 240): Snippet {
  const [first] = matches
  if (!first) throw new RangeError('a snippet is cut round at least one match')
  const room = paragraphAt(text, first.start, 2 * length)
  const before = Math.max(room.start, Math.min(first.start - length / 3, room.end - length))
  const start = wordStart(text, Math.floor(before), room.start, first.start)
  const end = wordEnd(text, Math.floor(start + length), first.end, Math.max(room.end, first.end))
  const cut = Math.min(end, characterEnd(text, start + 2 * length))
  return {
    text: text.slice(start, cut),
    start,
    marks: matches
      .filter((match) => match.start >= start && match.start < cut)
      .map((match) => ({ start: match.start - start, end: Math.min(match.end, cut) - start })),
  }
}

// How far a cut may shift to find a word's border; a text without spaces is cut where it is.
const REACH = 24

/** The first word border from `at` on, not beyond `last`. */
function wordStart(text: string, at: number, floor: number, last: number): number {
  if (at <= floor) return floor
  for (let place = at; place <= Math.min(at + REACH, last); place += 1)
    if (isSpace(text.charCodeAt(place - 1)) && !isSpace(text.charCodeAt(place))) return place
  return Math.min(characterStart(text, at), last)
}

/** The last word border before `at`, not before `first`. */
function wordEnd(text: string, at: number, first: number, ceiling: number): number {
  if (at >= ceiling) return ceiling
  for (let place = at; place >= Math.max(at - REACH, first); place -= 1)
    if (isSpace(text.charCodeAt(place)) && !isSpace(text.charCodeAt(place - 1))) return place
  return Math.max(characterEnd(text, at), first)
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 0xa0 || (unit >= 9 && unit <= 13)
}
