import type { Handlers } from '../handlers.ts'
import { copiesHandlers } from './copies/copies.ts'
import { readingsOfSource } from './importing/other-readings.ts'
import { previewSources } from './importing/preview-sources.ts'
import { addWatchedFolder, removeWatchedFolder, tellWatchedFolders } from './importing/watched-folders.ts'
import { editSources, rezoneSource } from './library/change-sources.ts'
import { listSourceIds, listSources } from './library/list-sources.ts'
import { findSource, readOriginal, readSource } from './library/read-sources.ts'

/** The station's one door: bytes on disk become an unchanging source text, with metadata that can be corrected. */

export { checkPrints } from './copies/check-prints.ts'
export { sourcesFunctions } from './copies/prints.ts'
export { traceWords } from './copies/trace-words.ts'
export { joinVersion, splitVersion } from './copies/versions.ts'
export { type FolderWatch, watchFolder } from './importing/folder-watch.ts'
export { importSources } from './importing/import-sources.ts'
export { rereadSource } from './importing/reread-source.ts'
export { FolderKeeper } from './importing/watched-folders.ts'
export { deleteSources } from './library/change-sources.ts'
export { checkLibrary } from './library/check-library.ts'
export { checkOriginals, checkTexts } from './library/check-sources.ts'
export { chosenIds } from './library/list-sources.ts'
export { dropUnreferenced } from './library/unreferenced.ts'

export const sourcesHandlers = {
  'sources.list': listSources,
  'sources.ids': listSourceIds,
  'sources.find': findSource,
  'sources.read': readSource,
  'sources.original': readOriginal,
  'sources.preview': previewSources,
  'sources.watched': tellWatchedFolders,
  'sources.watch': addWatchedFolder,
  'sources.unwatch': removeWatchedFolder,
  'sources.readings': readingsOfSource,
  'sources.edit': editSources,
  'sources.rezone': rezoneSource,
  ...copiesHandlers,
} satisfies Partial<Handlers>
