import { CasebookError } from '#contract/failure.ts'
import type { FilePreview, ImportOptions, OlderCandidate } from '#contract/importing.ts'
import type { Casebook, Store } from '../../casebook/casebook.ts'
import type { PossibleNeighbour } from '../copies/find-versions.ts'
import { rowOf } from '../library/read-sources.ts'
import type { PackedFile } from '../parsing/packed-file.ts'
import type { GatheredFile } from './gather.ts'
import { judgeArticle } from './judge-article.ts'
import { parseOne } from './parsed-ahead.ts'
import { findSameBytes } from './record-source.ts'

/** Before an import: which files may be newer versions of what the casebook holds, though it is not clear. */

/** Files are parsed for this, and once more for the import: beyond so many the report asks, and not the preview. */
const MOST_PARSED = 300

/** @returns looks at one file after the other; null for one that leaves no question */
export function previewVersions(
  { store }: Casebook,
  options: ImportOptions,
): (file: GatheredFile) => Promise<FilePreview['older']> {
  const holdsSources = store.value<number>('SELECT EXISTS (SELECT 1 FROM sources)') === 1
  let left = holdsSources ? MOST_PARSED : 0
  return async (file) => {
    if (left-- <= 0) return null
    const parsed = await parsedOrNull(file, options)
    const possible = parsed === null ? [] : possibleOlder(store, file, parsed, options)
    return possible.length === 0 ? null : possible.map((one) => candidateOf(store, one))
  }
}

/** What cannot be read leaves nothing open: the import tells why. */
async function parsedOrNull(file: GatheredFile, options: ImportOptions): Promise<PackedFile | null> {
  try {
    return await parseOne(file, options)
  } catch (error) {
    if (error instanceof CasebookError) return null
    throw error
  }
}

/** An answer is about a file: what holds several articles cannot be asked about before they are there. */
function possibleOlder(
  store: Store,
  { path, storedPath }: GatheredFile,
  { sha256, articles }: PackedFile,
  options: ImportOptions,
): PossibleNeighbour[] {
  const [article, another] = articles
  if (article === undefined || another !== undefined || findSameBytes(store, sha256) !== null) return []
  const { versions } = judgeArticle(store, article, { path, storedPath, sha256 }, options)
  return versions.possible.filter(({ isOlder }) => isOlder).toSorted((a, b) => b.similarity - a.similarity)
}

function candidateOf(store: Store, { id, similarity, reason }: PossibleNeighbour): OlderCandidate {
  const { title, label, published } = rowOf(store, id)
  return { of: id, name: title ?? label, published, similarity, reason }
}
