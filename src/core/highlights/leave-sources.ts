import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Transaction } from '../casebook/casebook.ts'
import { deleteHighlightRows } from './highlight-rows.ts'
import { entitiesLinkedFrom } from './links.ts'
import { findSource } from './source-text.ts'
import { dropUnusedTags } from './tags.ts'

/**
 * Before sources go: highlights leave them. One that also stands on another version lives on there; the others are
 * deleted, and a brief that cites them says that they are missing.
 * @throws CasebookError source.not-found
 */
export function leaveSources(tx: Transaction, sources: readonly SourceId[]): void {
  for (const id of sources) leaveSource(tx, findSource(tx.store, id).key)
  dropUnusedTags(tx)
}

function leaveSource(tx: Transaction, source: number): void {
  const here = tx.store.all<{ key: number; id: HighlightId; home: number }>(
    `SELECT key, id, source AS home FROM highlights WHERE source = ?
     UNION SELECT highlights.key, id, highlights.source FROM passages
       JOIN highlights ON highlights.key = passages.highlight WHERE passages.source = ?
     UNION SELECT highlights.key, id, highlights.source FROM anchorings
       JOIN highlights ON highlights.key = anchorings.highlight WHERE anchorings.source = ?`,
    source,
    source,
    source,
  )
  const keys = here.map((highlight) => highlight.key)
  tx.touch('entities', entitiesLinkedFrom(tx.store, keys))
  tx.touch(
    'highlights',
    here.map((highlight) => highlight.id),
  )
  for (const { key, home } of here) {
    const other = home === source ? otherVersion(tx, key, source) : home
    if (other === null) deleteHighlightRows(tx, key)
    else moveHome(tx, key, source, other)
  }
}

/** The newest other version that the highlight stands on. */
function otherVersion(tx: Transaction, highlight: number, source: number): number | null {
  return tx.store.value<number | null>(
    'SELECT max(source) FROM passages WHERE highlight = ? AND source <> ?',
    highlight,
    source,
  )
}

function moveHome(tx: Transaction, highlight: number, from: number, to: number): void {
  tx.store.run('DELETE FROM passages WHERE highlight = ? AND source = ?', highlight, from)
  // Where it is at home it stands exactly: its quote is from there.
  tx.store.run('DELETE FROM anchorings WHERE highlight = ? AND source IN (?, ?)', highlight, from, to)
  tx.store.run('UPDATE highlights SET source = ? WHERE key = ? AND source = ?', to, highlight, from)
}
