import type { HighlightId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import type { Store } from '../casebook/casebook.ts'
import type { MarkedSource } from './source-text.ts'

/** The oldest mark on exactly these words: saying more about them should not mark them twice. */
export function markedAlready(
  store: Store,
  source: MarkedSource,
  { start, end }: Span,
): { key: number; id: HighlightId } | undefined {
  return store.get(
    `SELECT highlights.key, highlights.id
     FROM passages JOIN highlights ON highlights.key = passages.highlight
     WHERE passages.source = ? AND passages.ordinal = 0 AND start = ? AND end = ?
       AND NOT EXISTS (
         SELECT 1 FROM passages AS more
         WHERE more.highlight = passages.highlight AND more.source = passages.source AND more.ordinal > 0
       )
     ORDER BY highlights.key LIMIT 1`,
    source.key,
    start,
    end,
  )
}
