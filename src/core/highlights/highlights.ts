import type { Handlers } from '../handlers.ts'
import { addType, changeType, countTypes, deleteType, listTypes, orderTypes } from './highlight-types.ts'
import { listHighlights } from './list-highlights.ts'
import { addManyHighlights, listOccurrences } from './occurrences.ts'
import { attachHighlight, reanchor } from './reanchor.ts'
import { listOutcomes, reviewOutcomes } from './review-outcomes.ts'
import { deleteTag, listTags, renameTag } from './tags.ts'
import { addHighlight, changeHighlights, deleteHighlights } from './write-highlights.ts'

/**
 * The door of the station: passages somebody marked. All offsets are UTF-16 code units on a source's text. What
 * takes a transaction writes rows and says what they touch; the line of history is told by whoever owns the command.
 */

export const highlightsHandlers = {
  'highlights.list': listHighlights,
  'highlights.add': addHighlight,
  'highlights.change': changeHighlights,
  'highlights.delete': deleteHighlights,
  'highlights.occurrences': listOccurrences,
  'highlights.addMany': addManyHighlights,
  'highlights.reanchor': reanchor,
  'highlights.attach': attachHighlight,
  'highlights.outcomes': listOutcomes,
  'highlights.review': reviewOutcomes,
  'highlights.types': listTypes,
  'highlights.addType': addType,
  'highlights.changeType': changeType,
  'highlights.orderTypes': orderTypes,
  'highlights.deleteType': deleteType,
  'highlights.typeCounts': countTypes,
  'highlights.tags': listTags,
  'highlights.renameTag': renameTag,
  'highlights.deleteTag': deleteTag,
} satisfies Partial<Handlers>

export { carryAlong, leaveVersions } from './carry-versions.ts'
export { checkHighlights } from './check-highlights.ts'
export { findHighlight, findHighlights } from './highlight-rows.ts'
export { addType, listTypes } from './highlight-types.ts'
export { counted, inWords } from './history-words.ts'
export { leaveSources } from './leave-sources.ts'
export { findEntity, linkHighlight, unlinkHighlight } from './links.ts'
export { listHighlights } from './list-highlights.ts'
export { markedAlready } from './marked-already.ts'
export { highlightByIri, iriOfHighlight, originsOf } from './origins.ts'
export { cutPassages } from './passages.ts'
export { cutText, findSource, type MarkedSource, readText, sourceByKey } from './source-text.ts'
export { normalTag } from './tags.ts'
export { insertHighlight, type NewHighlight } from './write-highlights.ts'
