import type { Handlers } from '../handlers.ts'
import { linkEntity, unlinkEntity } from './link-entities.ts'
import { getEntity, listEntities } from './list-entities.ts'
import { listMentions } from './mentions.ts'
import { decideMentions, suggestMentions } from './suggest-mentions.ts'
import { addEntity, changeEntity, deleteEntities } from './write-entities.ts'

/** The door of the station: people, organisations, places, agreements, events, and where the sources mention them. */

export const entitiesHandlers = {
  'entities.list': listEntities,
  'entities.get': getEntity,
  'entities.mentions': listMentions,
  'entities.add': addEntity,
  'entities.change': changeEntity,
  'entities.delete': deleteEntities,
  'entities.link': linkEntity,
  'entities.unlink': unlinkEntity,
  'entities.suggestMentions': suggestMentions,
  'entities.decideMentions': decideMentions,
} satisfies Partial<Handlers>

export { readEntitiesById } from './entity-rows.ts'
export { dropSuggestedIn } from './suggest-mentions.ts'
export { entityByIri, insertEntity } from './write-entities.ts'
