import { z } from 'zod'
import { command, question } from './calls.ts'
import { entityId, highlightId, sourceId, tagId, typeId } from './ids.ts'
import { prose } from './prose.ts'
import { span } from './source.ts'

/** A passage somebody marked: where it stands, how to find it again, and what was said about it. */

export const markColour = z.enum(['yellow', 'orange', 'red', 'pink', 'purple', 'blue', 'teal', 'green'])
export const markUnderline = z.enum(['none', 'solid', 'dashed', 'dotted', 'double', 'wavy'])

/** A type is the casebook's own. Never colour alone: the underline tells the same. */
export const highlightType = z.object({
  id: typeId,
  name: z.string(),
  colour: markColour,
  underline: markUnderline,
  /** 1–8, the key that marks with it; null where it has none. */
  key: z.int().min(1).max(8).nullable(),
})
export type HighlightType = z.infer<typeof highlightType>

export const tag = z.object({ id: tagId, name: z.string(), highlights: z.int() })
export type Tag = z.infer<typeof tag>

/** How a highlight stands on the text it is shown on. */
export const anchoring = z.discriminatedUnion('state', [
  z.object({ state: z.literal('exact') }),
  z.object({ state: z.literal('moved') }),
  z.object({ state: z.literal('fuzzy'), score: z.number(), reason: z.string() }),
  z.object({ state: z.literal('orphan'), reason: z.string() }),
])
export type Anchoring = z.infer<typeof anchoring>

/** Quote, 32 or more characters of context on both sides, and position (UTF-16 code units). */
export const passage = span.extend({ quote: z.string(), prefix: z.string(), suffix: z.string() })
export type Passage = z.infer<typeof passage>

export const highlight = z.object({
  id: highlightId,
  source: sourceId,
  /** In text order; more than one where the mark has gaps. */
  passages: z.array(passage).min(1),
  type: typeId.nullable(),
  tags: z.array(z.string()),
  note: prose.nullable(),
  entities: z.array(entityId),
  anchoring,
  created: z.string(),
  changed: z.string(),
})
export type Highlight = z.infer<typeof highlight>

/** What became of a highlight on a newer version. `start`–`end` from its first words to its last; null for an orphan. */
export const reanchoring = z.object({
  highlight: highlightId,
  outcome: z.enum(['exact', 'moved', 'fuzzy', 'orphan']),
  /** 0–1, the share of the words that agrees. */
  score: z.number(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  /** The words as they were, and as they are now. */
  was: z.string(),
  quote: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Reanchoring = z.infer<typeof reanchoring>

/** What became of a highlight on one newer version, as it stands now: told again, or decided by the analyst. */
export const outcome = z.object({
  highlight: highlightId,
  /** The newer version. */
  source: sourceId,
  sourceTitle: z.string(),
  /** The version it was made on. */
  home: sourceId,
  type: typeId.nullable(),
  anchoring,
  /** Where it was made, and where it stands on the newer version: nowhere for an orphan. */
  old: z.array(passage),
  now: z.array(passage),
  /** When the analyst agreed to it or rejected it; null while nobody has looked. */
  reviewed: z.string().nullable(),
})
export type Outcome = z.infer<typeof outcome>

/** A place where words stand, with the words round it; `highlight` is a mark on exactly these words. */
export const occurrence = span.extend({
  source: sourceId,
  sourceTitle: z.string(),
  quote: z.string(),
  context: z.string(),
  quoteAt: z.int(),
  highlight: highlightId.nullable(),
})
export type Occurrence = z.infer<typeof occurrence>

export const highlightsCalls = {
  'highlights.list': question(
    z.object({
      source: sourceId.optional(),
      ids: z.array(highlightId).optional(),
      tag: z.string().optional(),
      type: typeId.optional(),
      entity: entityId.optional(),
      /** How they stand on `source`. Orphans have no place there and are shown as they stand where they were made. */
      state: z.enum(['exact', 'moved', 'fuzzy', 'orphan']).optional(),
      /** `place` is text order; `time` newest first; `type` by the order of types, those without one last. */
      sort: z.enum(['place', 'time', 'type']).optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(highlight) }),
  ),
  'highlights.add': command(
    z.object({
      source: sourceId,
      spans: z.array(span).min(1),
      type: typeId.nullable().optional(),
      tags: z.array(z.string()).optional(),
      note: prose.nullable().optional(),
      entities: z.array(entityId).optional(),
    }),
    highlight,
  ),
  /** What is left out stays. `addTags` and `removeTags` serve many highlights with tags of their own. */
  'highlights.change': command(
    z.object({
      ids: z.array(highlightId).min(1),
      set: z.object({
        type: typeId.nullable().optional(),
        tags: z.array(z.string()).optional(),
        note: prose.nullable().optional(),
        /** For one highlight only: what it marks on `on`, from its first words to its last, gaps between them. */
        spans: z.array(span).min(1).optional(),
      }),
      /** The version whose `spans` are meant; without it, the one it was made on. There it then stands exactly. */
      on: sourceId.optional(),
      addTags: z.array(z.string()).optional(),
      removeTags: z.array(z.string()).optional(),
    }),
    z.object({ items: z.array(highlight) }),
  ),
  'highlights.delete': command(
    z.object({ ids: z.array(highlightId).min(1) }),
    z.object({ deleted: z.int() }),
  ),
  /** Every place where these words stand (case, accents and quotes folded), in one source or in all. */
  'highlights.occurrences': question(
    z.object({
      words: z.string(),
      source: sourceId.optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(occurrence) }),
  ),
  /** "Mark all of these": one highlight for each place, as one step. A place marked exactly so already is left out. */
  'highlights.addMany': command(
    z.object({
      places: z.array(span.extend({ source: sourceId })).min(1),
      type: typeId.nullable().optional(),
      tags: z.array(z.string()).optional(),
      note: prose.nullable().optional(),
      entities: z.array(entityId).optional(),
    }),
    z.object({ added: z.int(), highlights: z.array(highlightId) }),
  ),
  /**
   * Finds the highlights of a source again on a newer version of it, which is a source too, or (to look first) a mere
   * text. The older version with its marks stays as it is. What was carried over before is left alone and told again.
   */
  'highlights.reanchor': command(
    z.object({
      source: sourceId,
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('source'), source: sourceId }),
        z.object({ kind: z.literal('text'), text: z.string() }),
      ]),
      /** Say what would happen, and keep nothing. A mere text is never kept. */
      dryRun: z.boolean().optional(),
    }),
    z.object({ items: z.array(reanchoring) }),
  ),
  /** By hand: the highlight stands on these spans of a version, exactly; note, tags and links stay. */
  'highlights.attach': command(
    z.object({ id: highlightId, source: sourceId, spans: z.array(span).min(1) }),
    highlight,
  ),
  /**
   * What became of highlights on newer versions, version by version in the order of the words they were made on.
   * `toReview`: only what is not exact and nobody has looked at.
   */
  'highlights.outcomes': question(
    z.object({
      /** The newer version; without it all of them. */
      source: sourceId.optional(),
      states: z.array(z.enum(['exact', 'moved', 'fuzzy', 'orphan'])).optional(),
      toReview: z.boolean().optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(outcome) }),
  ),
  /** The analyst's word on places that were found: they are right, or the marks are orphans there. */
  'highlights.review': command(
    z.object({
      items: z.array(z.object({ highlight: highlightId, source: sourceId })).min(1),
      verdict: z.enum(['accepted', 'rejected']),
    }),
    z.object({ reviewed: z.int() }),
  ),
  'highlights.types': question(z.object({}), z.object({ items: z.array(highlightType) })),
  'highlights.addType': command(highlightType.omit({ id: true }), highlightType),
  'highlights.changeType': command(
    z.object({ id: typeId, set: highlightType.omit({ id: true }).partial() }),
    highlightType,
  ),
  /** All of them, in the order in which they are to be listed. */
  'highlights.orderTypes': command(
    z.object({ ids: z.array(typeId).min(1) }),
    z.object({ items: z.array(highlightType) }),
  ),
  /** Its highlights get the type `to`, or none. */
  'highlights.deleteType': command(
    z.object({ id: typeId, to: typeId.nullable().optional() }),
    z.object({ changed: z.int() }),
  ),
  /** How many highlights have each type; null is having none. Types without highlights are left out. */
  'highlights.typeCounts': question(
    z.object({}),
    z.object({ items: z.array(z.object({ type: typeId.nullable(), highlights: z.int() })) }),
  ),
  'highlights.tags': question(z.object({}), z.object({ items: z.array(tag) })),
  'highlights.renameTag': command(
    z.object({ from: z.string(), to: z.string() }),
    z.object({ changed: z.int() }),
  ),
  /** Takes a tag, and every tag inside it, from all highlights. */
  'highlights.deleteTag': command(z.object({ name: z.string() }), z.object({ changed: z.int() })),
} as const
