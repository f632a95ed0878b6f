/** Words in, passages on the screen, each a step away from the source. */

export type { Asked } from './asked.ts'
export { QueriesPage, type QueriesPageProps } from './queries-page.tsx'
export { placeOfSaved } from './saved-place.ts'
export { SavedSearches } from './saved-searches.tsx'
export { type FoundActionsProps, SearchPage } from './search-page.tsx'
export { SearchPane } from './search-pane.tsx'
