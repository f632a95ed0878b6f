import type { Copy } from '#contract/copies.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Zone } from '#contract/source.ts'
import { type Reading, readText, type Store } from '../../casebook/casebook.ts'
import { rowOf } from '../library/read-sources.ts'
import { type ComparedText, compareSource, compareText, NEAR, similarityOf, zonesOf } from './likeness.ts'
import { PrintSet } from './print-set.ts'
import { areAlike, readPrints, textsWithLeastOf } from './prints.ts'

/** Which sources have the same text as another, or nearly. */

/** An article that is held against the sources of the casebook; it may be one of them, or not be kept yet. */
export interface ArticleToCompare {
  /** Read only where something is like it. */
  readonly text: () => string
  readonly textSha256: string
  readonly zones: readonly Zone[]
  readonly prints: PrintSet
  /** The bytes it comes from. */
  readonly original: string
  /** Its own key, where it is a source. */
  readonly key: number | null
}

export interface CopyFound extends Copy {
  readonly key: number
}

/** The copies of a source, the likest first. @throws CasebookError source.not-found */
export function copiesOf({ store }: Reading, { id }: { id: SourceId }): { items: Copy[] } {
  const row = rowOf(store, id)
  const { sha256 } = store.get<{ sha256: string }>('SELECT sha256 FROM texts WHERE key = ?', row.text) ?? {
    sha256: '',
  }
  const copies = findCopies(store, {
    text: () => readText(store, row.text),
    textSha256: sha256,
    zones: zonesOf(row.zones),
    prints: new PrintSet(readPrints(store, row.text)),
    original: row.original,
    key: row.key,
  })
  return { items: copies.map(({ source, kind, similarity }) => ({ source, kind, similarity })) }
}

/** The likest first; of equally like ones those that were brought in first. For `+?` see `find-versions.ts`. */
export function findCopies(store: Store, article: ArticleToCompare): CopyFound[] {
  const same = store.all<{ key: number; id: SourceId; original: string }>(
    `SELECT sources.key, id, original FROM texts JOIN sources ON sources.text = texts.key
     WHERE texts.sha256 = +? AND sources.key IS NOT +? ORDER BY sources.key`,
    article.textSha256,
    article.key,
  )
  const known = new Set(same.map(({ key }) => key))
  const near = nearCopies(store, article).filter(({ key }) => key !== article.key && !known.has(key))
  return [
    ...same.map(({ key, id, original }) => ({
      key,
      source: id,
      kind: original === article.original ? ('exact' as const) : ('text' as const),
      similarity: 1,
    })),
    ...near.toSorted((a, b) => b.similarity - a.similarity || a.key - b.key),
  ]
}

/** What looks less alike by its fingerprints is not read: they are a sample, so this lies below `NEAR`. */
const WORTH_READING = NEAR - 0.2
/** More near copies of one article than this are not looked for. */
const MOST_READ = 24

function nearCopies(store: Store, article: ArticleToCompare): CopyFound[] {
  const texts = textsWithLeastOf(store, article.prints, WORTH_READING)
    .filter(({ prints }) => areAlike(article.prints, prints, WORTH_READING))
    .slice(0, MOST_READ)
    .map(({ text }) => text)
  if (texts.length === 0) return []
  const own = compareText(article.text(), article.zones)
  return texts.flatMap((text) => nearSources(store, text, own))
}

function nearSources(store: Store, text: number, own: ComparedText): CopyFound[] {
  return store
    .all<{ key: number; id: SourceId }>('SELECT key, id FROM sources WHERE text = ?', text)
    .map(({ key, id }) => ({
      key,
      source: id,
      kind: 'near' as const,
      similarity: similarityOf(own, compareSource(store, key)),
    }))
    .filter(({ similarity }) => similarity >= NEAR)
}
