/** Words in, passages on the screen, each a step away from the source. */

export { SearchPage } from './search-page.tsx'
export { SearchPane } from './search-pane.tsx'
