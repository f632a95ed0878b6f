import { parseDateRange } from '#text/date-range.ts'
import { foldedStream, words } from '#text/words.ts'
import { Misread } from './misread.ts'
import { allOf, metadataSearched, type Query, type Run, type Words } from './query.ts'
import type { Piece } from './query-tokens.ts'

/** What one piece of a query means: in a field, or in the text as a whole. */

const searchFields = [...metadataSearched, 'title', 'published', 'date', 'entity', 'tag'] as const
export type SearchField = (typeof searchFields)[number]

export function isField(name: string): name is SearchField {
  return (searchFields as readonly string[]).includes(name)
}

export function readPiece(piece: Piece, field: SearchField | null): Query {
  switch (field) {
    case null:
      return inText(piece)
    case 'title':
      return { op: 'title', of: phraseOf(piece) }
    case 'publisher':
    case 'author':
    case 'dateline':
      return { op: 'metadata', field, of: phraseOf(piece) }
    case 'published':
    case 'date':
      return published(piece.typed)
    case 'entity':
    case 'tag':
      return { op: field, name: foldedStream(piece.typed) }
  }
}

/** Every word of a text as a piece of its own. */
export function wordsOf(text: string): Words[] {
  return words(text).map(({ word }) => ({ op: 'words', words: [word], prefix: false }))
}

/** Null where there are none. */
export function runOf(of: readonly Words[]): Run | null {
  return of.length === 0 ? null : { op: 'run', of }
}

const MOST_SLIPS = 2

function inText(piece: Piece): Query {
  const phrase = phraseOf(piece)
  if (piece.tilde !== null && piece.quoted && phrase.words.length > 1) {
    return { op: 'near', of: wordsOf(piece.typed), within: piece.tilde }
  }
  if (piece.tilde !== null && !piece.quoted) {
    const slips = Math.min(piece.tilde, MOST_SLIPS)
    return allOf(phrase.words.map((word) => ({ op: 'typo', word, slips })))
  }
  return piece.quoted ? phrase : { op: 'run', of: [phrase] }
}

function phraseOf({ typed, prefix }: Piece): Words {
  return { op: 'words', words: words(typed).map(({ word }) => word), prefix }
}

function published(typed: string): Query {
  const range = parseDateRange(typed)
  if (range === null) throw Misread.noDate(typed)
  return { op: 'published', range }
}
