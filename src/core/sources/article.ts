import type { Evidence, MetadataField, Span, Structure } from '#contract/source.ts'
import type { Moment } from './reading/relative-dates.ts'

/** What a format makes of a file, before anybody asks what the words mean. */

/** A value and where it comes from. */
export interface Found {
  readonly value: string
  readonly evidence: Evidence
}

export type FoundFields = Readonly<Partial<Record<MetadataField, Found>>>

export interface Article {
  /** Which part of the file, where it holds several articles (a chapter, a row, an attachment); else null. */
  readonly part: string | null
  readonly text: string
  readonly structure: Structure
  /** What the format knows to be no part of the article: running heads, page numbers. */
  readonly boilerplate?: readonly Span[]
  /** What the file itself says outside its words: markup, headers. */
  readonly stated: FoundFields
  /** What the file says of itself and not of the article: never taken, kept beside a value that is. */
  readonly beside?: FoundFields
  /** Where the article stands on the web, if the file says so. Never visited. */
  readonly url: string | null
  /** BCP 47, as the file says; null leaves it to the words. */
  readonly language: string | null
  readonly warnings: readonly string[]
  /** When the file was saved or sent, where it tells: `3 hours ago` in its text counts back from there. */
  readonly seen?: Moment | null
}

export const noStructure: Structure = { blocks: [], links: [], marks: [] }
