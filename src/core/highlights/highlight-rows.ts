import { CasebookError } from '#contract/failure.ts'
import type { Passage } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Store, Transaction } from '../casebook/casebook.ts'

/** The rows a highlight is made of: finding them, and writing its passages. */

export interface HighlightRow {
  readonly key: number
  readonly id: HighlightId
  /** Key and id of the source it was made on. */
  readonly source: number
  readonly sourceId: SourceId
}

/** In the order of `ids`, each once. @throws CasebookError highlight.not-found */
export function findHighlights(store: Store, ids: readonly HighlightId[]): HighlightRow[] {
  return [...new Set(ids)].map((id) => findHighlight(store, id))
}

/** @throws CasebookError highlight.not-found */
export function findHighlight(store: Store, id: HighlightId): HighlightRow {
  const row = store.get<HighlightRow>(
    `SELECT highlights.key, highlights.id, highlights.source, sources.id AS sourceId
     FROM highlights JOIN sources ON sources.key = highlights.source WHERE highlights.id = ?`,
    id,
  )
  if (row === undefined) {
    throw new CasebookError('highlight.not-found', `There is no highlight ${id} in this casebook.`, {
      highlight: id,
    })
  }
  return row
}

/** Where a highlight stands on one source, instead of where it stood there before. */
export function writePassages(
  tx: Transaction,
  highlight: number,
  source: number,
  passages: readonly Passage[],
): void {
  tx.store.run('DELETE FROM passages WHERE highlight = ? AND source = ?', highlight, source)
  passages.forEach(({ start, end, quote, prefix, suffix }, ordinal) => {
    tx.store.run(
      `INSERT INTO passages (highlight, source, ordinal, start, end, quote, prefix, suffix)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      highlight,
      source,
      ordinal,
      start,
      end,
      quote,
      prefix,
      suffix,
    )
  })
}

/** A highlight goes with everything that belongs to it alone; a brief that cites it says that it is missing. */
export function deleteHighlightRows(tx: Transaction, highlight: number): void {
  for (const table of ['entity_links', 'highlight_tags', 'anchorings', 'passages'])
    tx.store.run(`DELETE FROM ${table} WHERE highlight = ?`, highlight)
  tx.store.run('DELETE FROM highlights WHERE key = ?', highlight)
}
