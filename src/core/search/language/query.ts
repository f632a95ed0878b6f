import type { SearchFacet, SearchKind } from '#contract/search.ts'
import type { Days } from '#text/edtf.ts'

/** What a query means, once it is read: a tree whose leaves can be looked up. Words are folded (`#text/words.ts`). */
export type Query = AllOf | AnyOf | NoneOf | Leaf

export interface AllOf {
  readonly op: 'all'
  readonly of: readonly Query[]
}

export interface AnyOf {
  readonly op: 'any'
  readonly of: readonly Query[]
}

export interface NoneOf {
  readonly op: 'not'
  readonly of: Query
}

/** One word, or several that stand side by side in this order. `prefix`: the last one may go on. */
export interface Words {
  readonly op: 'words'
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** Plain words typed side by side: all must occur, and where they stand side by side they are one match. */
export interface Run {
  readonly op: 'run'
  readonly of: readonly Words[]
}

/** Words or phrases with at most `within` words between the first and the last of them, in any order. */
export interface Near {
  readonly op: 'near'
  readonly of: readonly Words[]
  readonly within: number
}

/** A word, and every word of the casebook at most `slips` typing slips away from it. */
export interface Typo {
  readonly op: 'typo'
  readonly word: string
  readonly slips: number
}

/** A regular expression, looked up in the text as it is written. */
export interface Pattern {
  readonly op: 'pattern'
  readonly pattern: RegExp
}

/** A pattern that was looked up: the items it stands in, among those that fulfil the rest of the query. */
export interface LookedUp {
  readonly op: 'looked-up'
  readonly pattern: RegExp
  readonly items: readonly number[]
}

/** What stands in the title alone, or in the text alone. */
export interface InColumn {
  readonly op: 'title' | 'text'
  readonly of: Words
}

export const metadataSearched = ['publisher', 'author', 'dateline'] as const
export type MetadataSearched = (typeof metadataSearched)[number]

export interface InMetadata {
  readonly op: 'metadata'
  readonly field: MetadataSearched
  readonly of: Words
}

export interface Dated {
  readonly op: 'published' | 'imported'
  readonly range: Days
}

/** A highlight linked to this entity, with this tag, of this type. The name as folded words joined by spaces. */
export interface Marked {
  readonly op: 'entity' | 'tag' | 'type'
  readonly name: string
}

export interface OfKind {
  readonly op: 'kind'
  readonly kind: SearchKind
}

/** One source, by its id or by words of its title. */
export interface OfSource {
  readonly op: 'source'
  readonly id: string
  readonly of: Words
}

/** `en` is also `en-GB`. */
export interface InLanguage {
  readonly op: 'lang'
  readonly code: string
}

/** The whole value of a facet, letter by letter: `publisher:="Al Sabah"` is not `Al Sabah Media`. */
export interface Whole {
  readonly op: 'whole'
  readonly facet: SearchFacet
  readonly value: string
}

/** Nothing has a grade as long as nothing is claimed: never fulfilled. */
export interface Graded {
  readonly op: 'grade'
  readonly range: string
}

export const possessions = [
  'highlight',
  'note',
  'tag',
  'entity',
  'date',
  'title',
  'author',
  'publisher',
  'newer',
] as const
export type Possession = (typeof possessions)[number]

export interface Having {
  readonly op: 'has'
  readonly what: Possession
}

/** What is looked up in the index of words. */
export type TextLeaf = Words | Run | Near | Typo | InColumn
/** What is looked up in the tables. */
export type TableLeaf =
  | LookedUp
  | InMetadata
  | Dated
  | Marked
  | OfKind
  | OfSource
  | InLanguage
  | Having
  | Whole
  | Graded
export type Leaf = TextLeaf | TableLeaf | Pattern

/** The leaves whose matches are shown: those not under a NOT. */
export function positiveLeaves(query: Query): Leaf[] {
  if (query.op === 'not') return []
  if (query.op === 'all' || query.op === 'any') return query.of.flatMap(positiveLeaves)
  return [query]
}

export function allOf(parts: readonly Query[]): Query {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { op: 'all', of: parts }
}

export function anyOf(parts: readonly Query[]): Query {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { op: 'any', of: parts }
}
