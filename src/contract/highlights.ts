import { z } from 'zod'
import { command, question } from './calls.ts'
import { entityId, highlightId, sourceId, tagId, typeId } from './ids.ts'
import { prose } from './prose.ts'
import { span } from './sources.ts'

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

export const highlightsCalls = {
  'highlights.list': question(
    z.object({
      source: sourceId.optional(),
      ids: z.array(highlightId).optional(),
      tag: z.string().optional(),
      type: typeId.optional(),
      entity: entityId.optional(),
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
        /** For one highlight only: other ends for the mark. */
        spans: z.array(span).min(1).optional(),
      }),
      addTags: z.array(z.string()).optional(),
      removeTags: z.array(z.string()).optional(),
    }),
    z.object({ items: z.array(highlight) }),
  ),
  'highlights.delete': command(
    z.object({ ids: z.array(highlightId).min(1) }),
    z.object({ deleted: z.int() }),
  ),
  'highlights.types': question(z.object({}), z.object({ items: z.array(highlightType) })),
  'highlights.addType': command(highlightType.omit({ id: true }), highlightType),
  'highlights.changeType': command(
    z.object({ id: typeId, set: highlightType.omit({ id: true }).partial() }),
    highlightType,
  ),
  'highlights.tags': question(z.object({}), z.object({ items: z.array(tag) })),
  'highlights.renameTag': command(
    z.object({ from: z.string(), to: z.string() }),
    z.object({ changed: z.int() }),
  ),
} as const
