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

/** What stands in the title alone. */
export interface InTitle {
  readonly op: 'title'
  readonly of: Words
}

export const metadataSearched = ['publisher', 'author', 'dateline'] as const
export type MetadataSearched = (typeof metadataSearched)[number]

export interface InMetadata {
  readonly op: 'metadata'
  readonly field: MetadataSearched
  readonly of: Words
}

export interface Published {
  readonly op: 'published'
  readonly range: Days
}

/** A name, as the folded words joined by spaces. */
export interface Named {
  readonly op: 'entity' | 'tag'
  readonly name: string
}

/** What is looked up in the index of words. */
export type TextLeaf = Words | Run | Near | Typo | InTitle
/** What is looked up in the tables. */
export type TableLeaf = InMetadata | Published | Named
export type Leaf = TextLeaf | TableLeaf

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
