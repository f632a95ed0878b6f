import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { cutText as cutChunks, readText as readChunks, type Store } from '../casebook/casebook.ts'

/** A source as this station needs it: its key, and its text to cut from. Offsets in UTF-16 code units. */
export interface MarkedSource {
  readonly key: number
  readonly id: SourceId
  /** What the text's chunks are found by. */
  readonly text: number
  readonly length: number
}

const select = `
  SELECT sources.key, sources.id, sources.text, texts.length
  FROM sources JOIN texts ON texts.key = sources.text`

/** @throws CasebookError source.not-found */
export function findSource(store: Store, id: SourceId): MarkedSource {
  const source = store.get<MarkedSource>(`${select} WHERE sources.id = ?`, id)
  if (source === undefined) {
    throw new CasebookError('source.not-found', `There is no source ${id} in this casebook.`, { source: id })
  }
  return source
}

/** The source behind a key that a row of this file holds. */
export function sourceByKey(store: Store, key: number): MarkedSource {
  const source = store.get<MarkedSource>(`${select} WHERE sources.key = ?`, key)
  if (source === undefined) throw new Error(`source ${key} is gone while rows point to it`)
  return source
}

/** A stretch of the text, read from the chunks that hold it. Ends beyond the text are moved to its ends. */
export function cutText(store: Store, { text, length }: MarkedSource, { start, end }: Span): string {
  return cutChunks(store, text, Math.max(0, start), Math.min(length, end))
}

/** The whole text. */
export function readText(store: Store, { text }: MarkedSource): string {
  return readChunks(store, text)
}
