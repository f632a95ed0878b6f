import { z } from 'zod'
import { job } from './calls.ts'
import { briefId, entityId, highlightId, sourceId } from './ids.ts'
import { foundMark, querySlip, searchKind } from './search.ts'
import { span } from './source.ts'

/**
 * Many searches at once, out of a list: one query a line, or a name, a tab and a query. Empty lines and lines that begin with # are
 * passed over.
 */

/**
 * Where a query of a list was found: `passage` on the text searched (UTF-16), null where it is in the title alone; `mark`: where in its
 * source a highlight stands, or the one that a note is about, and its words.
 */
export const listedPassage = z.object({
  kind: searchKind,
  id: z.union([sourceId, highlightId, entityId, briefId]),
  source: sourceId.nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  passage: span
    .extend({
      quote: z.string(),
      /** The words round it; `marks` are offsets on these. */
      snippet: z.string(),
      marks: z.array(span),
    })
    .nullable(),
  mark: foundMark.pick({ start: true, end: true, quote: true }).nullable(),
})
export type ListedPassage = z.infer<typeof listedPassage>

export const listedQuery = z.object({
  /** Of the list, counted from 1. */
  line: z.int(),
  /** The query itself where it was given no name. */
  name: z.string(),
  query: z.string(),
  total: z.int(),
  counts: z.record(searchKind, z.int()),
  passages: z.array(listedPassage),
})
export type ListedQuery = z.infer<typeof listedQuery>

/** A line that is no query, and why. It was left out; the others were run. */
export const listProblem = z.object({
  line: z.int(),
  query: z.string(),
  message: z.string(),
  /** Where in the query; null where the whole is meant. */
  slip: querySlip.nullable(),
})
export type ListProblem = z.infer<typeof listProblem>

export const listAnswer = z.object({ queries: z.array(listedQuery), problems: z.array(listProblem) })
export type ListAnswer = z.infer<typeof listAnswer>

export const queryListsCalls = {
  /** Every query as it stands: nothing is corrected. Hits best first. `passages`: at most so many of each query, all where left out. */
  'search.runList': job(
    z.object({ list: z.string(), passages: z.int().nonnegative().optional() }),
    listAnswer,
  ),
} as const
