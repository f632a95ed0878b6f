import { z } from 'zod'
import { command, question } from './calls.ts'
import { entityId, highlightId, sourceId } from './ids.ts'
import { prose } from './prose.ts'
import { span } from './source.ts'

/** People, organisations, places, agreements, events: and where the sources mention them. */

export const entityType = z.enum(['person', 'organisation', 'place', 'agreement', 'event', 'group', 'other'])
export type EntityType = z.infer<typeof entityType>

export const entity = z.object({
  id: entityId,
  type: entityType,
  name: z.string(),
  aliases: z.array(z.string()),
  notes: prose.nullable(),
  /** The identifier it had where it was brought in from; `urn:casebook:…` otherwise. */
  iri: z.string(),
  mentions: z.int(),
  sources: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type Entity = z.infer<typeof entity>

export const mentionState = z.enum(['suggested', 'confirmed', 'rejected'])
export type MentionState = z.infer<typeof mentionState>

/** A passage that names an entity. What the program finds is a suggestion; only the analyst makes it a link. */
export const mention = span.extend({
  entity: entityId,
  highlight: highlightId.nullable(),
  source: sourceId,
  sourceTitle: z.string(),
  quote: z.string(),
  /** The words round it, and where the quote begins in them. */
  context: z.string(),
  quoteAt: z.int(),
  state: mentionState,
  rule: z.string(),
})
export type Mention = z.infer<typeof mention>

/** What to link: highlights that exist, or spans of a source that become highlights. */
export const linkTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('highlight'), highlight: highlightId }),
  z.object({ kind: z.literal('span'), source: sourceId, start: z.int(), end: z.int() }),
])
export type LinkTarget = z.infer<typeof linkTarget>

/** A stretch of a source's text. */
const place = span.extend({ source: sourceId })

const nonEmptyName = z.string().trim().min(1, { error: 'An entity needs a name' })

export const entitiesCalls = {
  /** Without `query` all by name; with it those whose name or an alias begins with or holds the letters, best first. */
  'entities.list': question(
    z.object({
      query: z.string().optional(),
      types: z.array(entityType).optional(),
      ids: z.array(entityId).optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(entity) }),
  ),
  'entities.get': question(z.object({ id: entityId }), entity),
  'entities.mentions': question(
    z.object({
      id: entityId,
      /** `confirmed` where it is left out. */
      state: mentionState.optional(),
      offset: z.int().nonnegative().optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(mention) }),
  ),
  'entities.add': command(
    z.object({
      type: entityType,
      name: nonEmptyName,
      aliases: z.array(z.string()).optional(),
      notes: prose.nullable().optional(),
      iri: z.string().optional(),
      /** Linked to it in the same step. */
      link: z.array(linkTarget).optional(),
    }),
    entity,
  ),
  'entities.change': command(
    z.object({
      id: entityId,
      set: z.object({
        type: entityType.optional(),
        name: nonEmptyName.optional(),
        aliases: z.array(z.string()).optional(),
        notes: prose.nullable().optional(),
      }),
    }),
    entity,
  ),
  'entities.delete': command(z.object({ ids: z.array(entityId).min(1) }), z.object({ deleted: z.int() })),
  'entities.link': command(
    z.object({ id: entityId, targets: z.array(linkTarget).min(1) }),
    z.object({ linked: z.int(), highlights: z.array(highlightId) }),
  ),
  'entities.unlink': command(
    z.object({ id: entityId, highlights: z.array(highlightId).min(1) }),
    z.object({ unlinked: z.int() }),
  ),
  /** As one step. What is linked, suggested or rejected already is left out. `rule`: by what they were found, in words. */
  'entities.suggestMentions': command(
    z.object({ id: entityId, places: z.array(place).min(1), rule: z.string() }),
    z.object({ suggested: z.int() }),
  ),
  /** Confirmed suggestions become highlights that are linked; rejected ones are not suggested again. */
  'entities.decideMentions': command(
    z.object({ id: entityId, places: z.array(place).min(1), as: z.enum(['confirmed', 'rejected']) }),
    z.object({ decided: z.int(), highlights: z.array(highlightId) }),
  ),
} as const
