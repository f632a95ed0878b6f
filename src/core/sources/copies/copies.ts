import type { Handlers } from '../../handlers.ts'
import { differenceOf } from './difference.ts'
import { copiesOf } from './find-copies.ts'
import { sharedTexts } from './shared-texts.ts'
import { versionsOf } from './versions.ts'

/** What sources have of one another. Joining and parting versions is tied to highlights by the engine. */
export const copiesHandlers = {
  'sources.copies': copiesOf,
  'sources.shared': sharedTexts,
  'sources.difference': differenceOf,
  'sources.versions': versionsOf,
} satisfies Partial<Handlers>
