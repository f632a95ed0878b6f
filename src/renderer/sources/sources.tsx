/** The library on the screen: what was brought in, what is known about it, and bringing in more. */

export { DifferencePage } from './difference-page.tsx'
export { ImportDialogs } from './import-dialogs.tsx'
export { type Importing, useImport, useImportProgress } from './import-store.ts'
export { incomingFromDrop } from './incoming.ts'
export { LibraryFilters } from './library-filters.tsx'
export { LibraryPage } from './library-page.tsx'
export { LibraryPane } from './library-pane.tsx'
export { SourceDetails } from './source-details.tsx'
export { SourceList } from './source-list.tsx'
export { SourceOrigin } from './source-origin.tsx'
export { countOf, dateInWords, dayInWords, languageInWords, nameOf } from './source-words.ts'
export { TracePage } from './trace-page.tsx'
