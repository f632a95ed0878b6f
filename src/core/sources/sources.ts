import type { Handlers } from '../handlers.ts'
import { editSources, rezoneSource } from './change-sources.ts'
import { copiesHandlers } from './copies/copies.ts'
import { listSourceIds, listSources } from './list-sources.ts'
import { readingsOfSource } from './other-readings.ts'
import { previewSources } from './preview-sources.ts'
import { findSource, readOriginal, readSource } from './read-sources.ts'
import { addWatchedFolder, removeWatchedFolder, tellWatchedFolders } from './watched-folders.ts'

/** The station's one door: bytes on disk become an unchanging source text, with metadata that can be corrected. */

export { deleteSources } from './change-sources.ts'
export { checkOriginals, checkTexts } from './check-sources.ts'
export { checkPrints } from './copies/check-prints.ts'
export { sourcesFunctions } from './copies/prints.ts'
export { traceWords } from './copies/trace-words.ts'
export { joinVersion, splitVersion } from './copies/versions.ts'
export { type FolderWatch, watchFolder } from './folder-watch.ts'
export { importSources } from './import-sources.ts'
export { rereadSource } from './reread-source.ts'
export { cutText, readText } from './text-chunks.ts'
export { dropUnreferenced } from './unreferenced.ts'
export { FolderKeeper } from './watched-folders.ts'

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
