import { type SearchFacet, searchKind } from '#contract/search.ts'
import { isBackwards, parseDateRange } from '#text/date-range.ts'
import type { Days } from '#text/edtf.ts'
import { foldedStream, words } from '#text/words.ts'
import { languageCode } from './language-code.ts'
import { Misread } from './misread.ts'
import { allOf, possessions, type Query, type Run, type Words } from './query.ts'
import type { Piece } from './query-tokens.ts'
import type { SearchField } from './search-fields.ts'

/** What one piece of a query means: in a field, or in the text as a whole. */

/** The field that a value was asked for in; `whole`: the whole value, letter by letter. */
export interface AskedField {
  readonly name: SearchField
  readonly whole: boolean
}

export function readPiece(piece: Piece, field: AskedField | null): Query {
  if (field === null) return inText(piece)
  return (field.whole ? wholeValue(piece, field.name) : null) ?? inField(piece, field.name)
}

/** Null for fields whose values are not names: `published:=2025` is `published:2025`. */
function wholeValue({ typed }: Piece, field: SearchField): Query | null {
  const facet = WHOLE_VALUES[field]
  return facet === undefined ? null : { op: 'whole', facet, value: typed }
}

const WHOLE_VALUES: Readonly<Partial<Record<SearchField, SearchFacet>>> = {
  publisher: 'publisher',
  author: 'author',
  lang: 'language',
  type: 'type',
  tag: 'tag',
  entity: 'entity',
}

function inField(piece: Piece, field: SearchField): Query {
  switch (field) {
    case 'title':
    case 'text':
      return { op: field, of: phraseOf(piece) }
    case 'note':
      return { op: 'all', of: [{ op: 'kind', kind: 'note' }, phraseOf(piece)] }
    case 'publisher':
    case 'author':
    case 'dateline':
      return { op: 'metadata', field, of: phraseOf(piece) }
    case 'published':
    case 'date':
      return { op: 'published', range: rangeOf(piece) }
    case 'imported':
      return { op: 'imported', range: rangeOf(piece) }
    case 'entity':
    case 'tag':
    case 'type':
      return { op: field, name: foldedStream(piece.typed) }
    case 'source':
      return { op: 'source', id: piece.typed, of: phraseOf(piece) }
    case 'lang':
      return { op: 'lang', code: languageCode(piece.typed) }
    case 'has':
      return { op: 'has', what: oneOf('has', possessions, piece) }
    case 'in':
      return { op: 'kind', kind: oneOf('in', searchKind.options, piece) }
    case 'grade':
      return { op: 'grade', range: gradesOf(piece) }
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
    const near = wordsOf(piece.typed)
    const last = near.length - 1
    return {
      op: 'near',
      of: near.map((word, at) => ({ ...word, prefix: piece.prefix && at === last })),
      within: piece.tilde,
    }
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

function rangeOf(piece: Piece): Days {
  const range = parseDateRange(piece.typed)
  if (range !== null) return range
  throw isBackwards(piece.typed) ? Misread.backwards(piece.typed, piece) : Misread.noDate(piece.typed, piece)
}

/** The Admiralty code: A–F for the source, 1–6 for the information; either alone, both, or a range of them. */
const GRADE = /^(?:>=|<=|>|<|=)?([A-F][1-6]?|[1-6])(?:\.\.([A-F][1-6]?|[1-6]))?$/i

function gradesOf(piece: Piece): string {
  if (GRADE.test(piece.typed)) return piece.typed.toUpperCase()
  throw Misread.noGrade(piece.typed, piece)
}

/** `notes` is as good as `note`. */
function oneOf<T extends string>(field: string, known: readonly T[], piece: Piece): T {
  const wanted = piece.typed.toLowerCase()
  const found = known.find(
    (one) => one === wanted || `${one}s` === wanted || one.replace(/y$/, 'ies') === wanted,
  )
  if (found === undefined) throw Misread.noneOf(field, known, piece)
  return found
}
