import type { Reanchoring } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Transaction } from '../casebook/casebook.ts'
import { reanchor } from './reanchor.ts'

/** What becomes of highlights when sources are found to be versions of one article, or found not to be. */

/** Looks for the highlights on each newer version in turn. @returns what became of each on the first one, and of others farther on */
export function carryAlong(
  tx: Transaction,
  pairs: readonly { readonly older: SourceId; readonly newer: SourceId }[],
): Reanchoring[] {
  const told = new Map<HighlightId, Reanchoring>()
  for (const { older, newer } of pairs) {
    const { items } = reanchor(tx, { source: older, to: { kind: 'source', source: newer } })
    for (const item of items) if (!told.has(item.highlight)) told.set(item.highlight, item)
  }
  return [...told.values()]
}

/** Highlights that were made on one of `homes` stand on none of `versions` any more. @returns how many they were */
export function leaveVersions(
  tx: Transaction,
  homes: readonly SourceId[],
  versions: readonly SourceId[],
): number {
  const both = [JSON.stringify(homes), JSON.stringify(versions)] as const
  const leaving = tx.store.all<{ key: number; id: HighlightId }>(carriedSql, ...both)
  const keys = JSON.stringify(leaving.map(({ key }) => key))
  for (const table of ['passages', 'anchorings']) {
    tx.store.run(
      `DELETE FROM ${table} WHERE highlight IN (SELECT value FROM json_each(?))
         AND source IN (SELECT key FROM sources WHERE id IN (SELECT value FROM json_each(?)))`,
      keys,
      both[1],
    )
  }
  tx.touch(
    'highlights',
    leaving.map(({ id }) => id),
  )
  return leaving.length
}

const carriedSql = `
  WITH homes AS (SELECT sources.key FROM json_each(?) AS wanted JOIN sources ON sources.id = wanted.value),
    versions AS (SELECT sources.key FROM json_each(?) AS wanted JOIN sources ON sources.id = wanted.value),
    carried AS (
      SELECT highlight FROM passages WHERE source IN (SELECT key FROM versions)
      UNION SELECT highlight FROM anchorings WHERE source IN (SELECT key FROM versions)
    )
  SELECT key, id FROM highlights
  WHERE source IN (SELECT key FROM homes) AND key IN (SELECT highlight FROM carried)`
