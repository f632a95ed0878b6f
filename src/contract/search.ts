import { z } from 'zod'
import { question } from './calls.ts'
import { briefId, entityId, highlightId, sourceId } from './ids.ts'
import { span } from './sources.ts'

/** Words in, ranked passages out. The syntax is in the README: words are ANDed, "phrases", OR, NOT, ( ), prefix*, fields. */

export const searchKind = z.enum(['source', 'note', 'entity', 'brief'])
export type SearchKind = z.infer<typeof searchKind>

/** One match: `start`–`end` on the text searched; the snippet is that text cut round it. */
export const searchPassage = span.extend({
  text: z.string(),
  snippet: z.string(),
  /** Where the snippet begins on the text searched. */
  snippetStart: z.int(),
  /** The matched stretches inside the snippet, as offsets on the snippet. */
  marks: z.array(span),
})
export type SearchPassage = z.infer<typeof searchPassage>

export const searchHit = z.object({
  kind: searchKind,
  /** The id of the thing that was found. */
  id: z.union([sourceId, highlightId, entityId, briefId]),
  /** The source it belongs to, for sources and notes. */
  source: sourceId.nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
  passages: z.array(searchPassage),
  /** All matches in this hit, also those that are not among the passages. */
  matches: z.int(),
})
export type SearchHit = z.infer<typeof searchHit>

export const searchAnswer = z.object({
  query: z.string(),
  total: z.int(),
  hits: z.array(searchHit),
  /** What to mend in the query, in a sentence; the hits are then those of the literal words. */
  message: z.string().nullable(),
})
export type SearchAnswer = z.infer<typeof searchAnswer>

export const searchCalls = {
  'search.run': question(
    z.object({
      query: z.string(),
      kinds: z.array(searchKind).optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().nonnegative().optional(),
      /** How many passages to cut for each hit; all where it is left out. */
      passages: z.int().nonnegative().optional(),
    }),
    searchAnswer,
  ),
  /** Every match of a query in one source, for marking them in the reader. */
  'search.inSource': question(
    z.object({ source: sourceId, query: z.string() }),
    z.object({ matches: z.array(span), message: z.string().nullable() }),
  ),
} as const
