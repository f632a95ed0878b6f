import type { Problem } from '#contract/casebook.ts'
import type { Store } from '../casebook/casebook.ts'
import { cutText, sourceByKey } from './source-text.ts'

interface PassageRow {
  readonly highlight: string
  readonly source: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Every passage must still read as its quote says, on the source it stands on. */
export function* checkHighlights(store: Store): Generator<Problem | null> {
  const rows = store.all<PassageRow>(
    `SELECT highlights.id AS highlight, passages.source, passages.start, passages.end, passages.quote
     FROM passages JOIN highlights ON highlights.key = passages.highlight`,
  )
  for (const { highlight, source, start, end, quote } of rows) {
    const text = cutText(store, sourceByKey(store, source), { start, end })
    yield text === quote
      ? null
      : {
          kind: 'highlight',
          about: highlight,
          message: `${highlight} does not stand on the words it quotes: delete it, or open a backup.`,
          repaired: false,
        }
  }
}
