import { z } from 'zod'
import { command, question } from './calls.ts'
import { briefId, entityId, highlightId, sourceId, typeId } from './ids.ts'
import { prose } from './prose.ts'
import { span } from './source.ts'

/** What the analyst writes, with citations that are live links to passages. */

export const brief = z.object({
  id: briefId,
  title: z.string(),
  words: z.int(),
  citations: z.int(),
  created: z.string(),
  changed: z.string(),
})
export type Brief = z.infer<typeof brief>

export const briefText = brief.extend({ prose })
export type BriefText = z.infer<typeof briefText>

/** A cited highlight with what a reader needs to judge it. `missing` where the highlight was deleted. */
export const foundCitation = span.extend({
  state: z.literal('found'),
  highlight: highlightId,
  source: sourceId,
  sourceTitle: z.string(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
})
export type FoundCitation = z.infer<typeof foundCitation>

export const citation = z.discriminatedUnion('state', [
  foundCitation,
  z.object({ state: z.literal('missing'), highlight: highlightId }),
])
export type Citation = z.infer<typeof citation>

/** A passage that could be cited: what a citation of it would show, and what was said about it. */
export const citablePassage = z.object({
  citation: foundCitation,
  type: typeId.nullable(),
  tags: z.array(z.string()),
})
export type CitablePassage = z.infer<typeof citablePassage>

export const briefsCalls = {
  'briefs.list': question(z.object({}), z.object({ items: z.array(brief) })),
  'briefs.get': question(z.object({ id: briefId }), briefText),
  /** In order of first appearance, which is their number. */
  'briefs.citations': question(z.object({ id: briefId }), z.object({ items: z.array(citation) })),
  /** The casebook's highlights, newest first; `words` keeps those whose quotation or source's title holds them. */
  'briefs.passages': question(
    z.object({
      words: z.string().optional(),
      type: typeId.optional(),
      tag: z.string().optional(),
      entity: entityId.optional(),
      source: sourceId.optional(),
      limit: z.int().positive().optional(),
    }),
    z.object({ total: z.int(), items: z.array(citablePassage) }),
  ),
  'briefs.add': command(z.object({ title: z.string(), prose: prose.optional() }), briefText),
  /** Markdown in; `[@highlight_…]` cites a highlight. */
  'briefs.addMarkdown': command(z.object({ title: z.string().optional(), markdown: z.string() }), briefText),
  'briefs.change': command(
    z.object({ id: briefId, set: z.object({ title: z.string().optional(), prose: prose.optional() }) }),
    briefText,
  ),
  'briefs.delete': command(z.object({ ids: z.array(briefId).min(1) }), z.object({ deleted: z.int() })),
} as const
