import { z } from 'zod'

/** Ids are branded and visible: `highlight_7f3…`. They never change and are never used again. */
export const idPrefixes = ['source', 'highlight', 'entity', 'brief', 'tag', 'type', 'search'] as const
export type IdPrefix = (typeof idPrefixes)[number]

const idOf = <P extends IdPrefix>(prefix: P) =>
  z.custom<`${P}_${string}`>(
    (value) => typeof value === 'string' && new RegExp(`^${prefix}_[0-9a-z]{4,40}$`).test(value),
    { error: `This is not the id of a ${prefix}` },
  )

export const sourceId = idOf('source')
export const highlightId = idOf('highlight')
export const entityId = idOf('entity')
export const briefId = idOf('brief')
export const tagId = idOf('tag')
export const typeId = idOf('type')
export const searchId = idOf('search')

export type SourceId = z.infer<typeof sourceId>
export type HighlightId = z.infer<typeof highlightId>
export type EntityId = z.infer<typeof entityId>
export type BriefId = z.infer<typeof briefId>
export type TagId = z.infer<typeof tagId>
export type TypeId = z.infer<typeof typeId>
export type SearchId = z.infer<typeof searchId>
