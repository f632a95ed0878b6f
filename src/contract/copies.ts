import { z } from 'zod'
import { command, job, question } from './calls.ts'
import { reanchoring } from './highlights.ts'
import { sourceId } from './ids.ts'
import { copyKind } from './importing.ts'
import { source, span } from './source.ts'

/** What sources have of one another: copies, shared sentences, and versions. Offsets are UTF-16 code units, end exclusive. */

/** Another source with the same text, or nearly. `similarity` is the share of their runs of words that both have, 0–1. */
export const copy = z.object({ source: sourceId, kind: copyKind, similarity: z.number() })
export type Copy = z.infer<typeof copy>

/** Where words stand. */
export const place = span.extend({ source: sourceId })
export type Place = z.infer<typeof place>

/** A sentence, a quotation or a caption that several sources have. */
export const sharedText = z.object({
  /** As the first occurrence has it; others may differ in case, quotes and accents. */
  text: z.string(),
  /** In the order of import and of the text. At least two sources are among them. */
  occurrences: z.array(place).min(2),
})
export type SharedText = z.infer<typeof sharedText>

/** A stretch of words that were asked about, and where they stand in a source. */
export const tracedRun = z.object({ asked: span, found: span, quote: z.string() })
export type TracedRun = z.infer<typeof tracedRun>

/** A source that has words that were asked about. */
export const trace = z.object({
  source: sourceId,
  title: z.string(),
  published: z.string().nullable(),
  /** The share of the asked words that stand there in the same order, 0–1. */
  share: z.number(),
  /** From the first of the words to the last. */
  start: z.int(),
  end: z.int(),
  /** In the order of the asked words. */
  runs: z.array(tracedRun),
})
export type Trace = z.infer<typeof trace>

/** A stretch on both texts: empty on the newer one where it was deleted, on the older one where it was inserted. */
export const differenceRun = z.object({
  kind: z.enum(['equal', 'inserted', 'deleted']),
  from: span,
  to: span,
})
export type DifferenceRun = z.infer<typeof differenceRun>

export const copiesCalls = {
  /** The copies of a source, the likest first. */
  'sources.copies': question(z.object({ id: sourceId }), z.object({ items: z.array(copy) })),
  /**
   * The sentences, quotations and captions that several sources share, boilerplate left out; those that most sources share
   * first. `source` keeps what that one shares with others.
   */
  'sources.shared': job(
    z.object({
      source: sourceId.optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(sharedText) }),
  ),
  /** "Where does this sentence come from?" The sources that have most of the words first; small changes are put up with. */
  'sources.trace': question(
    z.object({ text: z.string(), limit: z.int().positive().optional() }),
    z.object({ words: z.int(), items: z.array(trace) }),
  ),
  /** What leads from the text of one source to that of another, word by word, leaving nothing of either out. */
  'sources.difference': question(
    z.object({ from: sourceId, to: sourceId }),
    z.object({
      similarity: z.number(),
      /** Long stretches with hardly a word in common were not compared word by word: they are told as deleted and inserted whole. */
      summarised: z.boolean(),
      runs: z.array(differenceRun),
    }),
  ),
  /** The chain of versions that a source belongs to, the oldest first; itself alone where it has none. */
  'sources.versions': question(z.object({ id: sourceId }), z.object({ items: z.array(source) })),
  /**
   * By hand: `newer` is a newer version of `older` and comes right behind it in its chain, with the versions that follow it. The
   * highlights of the older versions are looked for on it; what became of them is told.
   */
  'sources.joinVersion': command(
    z.object({ newer: sourceId, older: sourceId }),
    z.object({ highlights: z.array(reanchoring) }),
  ),
  /** By hand: this source is no newer version after all. Highlights that were carried to it or beyond leave it again. */
  'sources.splitVersion': command(z.object({ id: sourceId }), z.object({ highlights: z.int() })),
} as const
