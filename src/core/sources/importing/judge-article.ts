import type { SourceId } from '#contract/ids.ts'
import type { ImportOptions, ImportReport, PossibleVersion } from '#contract/importing.ts'
import type { Store } from '../../casebook/casebook.ts'
import { type CopyFound, findCopies } from '../copies/find-copies.ts'
import { findVersions, type VersionVerdict } from '../copies/find-versions.ts'
import { PrintSet } from '../copies/print-set.ts'
import { unpackPrints } from '../copies/prints.ts'
import { unpackText } from '../library/packed-text.ts'
import type { PackedArticle } from '../parsing/packed-file.ts'
import { valuesOf } from './record-source.ts'

/** An article, before it is recorded, beside what the casebook holds already. */
export interface Judgement {
  readonly copies: readonly CopyFound[]
  readonly versions: VersionVerdict
}

export interface FileFacts {
  /** As the report names it. */
  readonly path: string
  readonly storedPath: string | null
  readonly sha256: string
}

export function judgeArticle(
  store: Store,
  article: PackedArticle,
  file: FileFacts,
  options: ImportOptions,
): Judgement {
  const compared = {
    text: () => unpackText(article.text),
    textSha256: article.textSha256,
    zones: article.zones,
    prints: new PrintSet(unpackPrints(article.prints)),
    original: file.sha256,
    key: null,
  }
  const copies = findCopies(store, compared)
  const answers = options.versions?.filter(({ path }) => path === file.path)
  // What has the very same words is no newer version of it.
  const isCopy = copies.some(({ kind }) => kind !== 'near') && answers?.some(({ join }) => join) !== true
  if (isCopy) return { copies, versions: { older: null, possible: [] } }
  const { url, part } = article
  const facts = { ...valuesOf(article.fields), url, part, path: file.storedPath, original: file.sha256 }
  return { copies, versions: findVersions(store, facts, compared, copies, answers) }
}

/** What the report says of it, once the source has an id. Copies of an older version are told as a version alone. */
export function tellJudgement(
  { copies, versions: { older, possible } }: Judgement,
  id: SourceId,
  path: string,
): Pick<ImportReport, 'duplicates' | 'versions' | 'possibleVersions'> {
  const [likest] = copies
  return {
    duplicates:
      likest === undefined || older !== null
        ? []
        : [{ path, of: likest.source, kind: likest.kind, similarity: likest.similarity, id }],
    versions: older === null ? [] : [{ path, id, of: older.id, similarity: older.similarity }],
    possibleVersions: possible.map(
      (one): PossibleVersion => ({
        path,
        newer: one.isOlder ? id : one.id,
        older: one.isOlder ? one.id : id,
        similarity: one.similarity,
        reason: one.reason,
      }),
    ),
  }
}
