import type { Citation } from '#contract/briefs.ts'
import type { BriefId, HighlightId, SourceId } from '#contract/ids.ts'
import { citedHighlights } from '#contract/prose.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { cutText, findSource } from '../highlights/highlights.ts'
import { findBrief } from './read-briefs.ts'

/** How much of the source stands round a cited passage, in UTF-16 code units on each side. */
const around = 160

export function listCitations({ store }: Reading, { id }: { id: BriefId }): { items: Citation[] } {
  return { items: resolveCitations(store, citedHighlights(findBrief(store, id).prose)) }
}

/** Each highlight with its quote in context, in the order given; one that was deleted is `missing`. */
export function resolveCitations(store: Store, highlights: readonly HighlightId[]): Citation[] {
  return highlights.map((highlight) => resolveCitation(store, highlight))
}

interface CitedRow {
  readonly source: SourceId
  readonly sourceTitle: string
  readonly publisher: string | null
  readonly author: string | null
  readonly published: string | null
  readonly start: number
  readonly end: number
  readonly quote: string
}

function resolveCitation(store: Store, highlight: HighlightId): Citation {
  const passages = store.all<CitedRow>(
    `SELECT sources.id AS source, coalesce(sources.title, sources.label) AS sourceTitle, publisher, author, published,
            passages.start, passages.end, passages.quote
     FROM highlights
     JOIN passages ON passages.highlight = highlights.key AND passages.source = highlights.source
     JOIN sources ON sources.key = highlights.source
     WHERE highlights.id = ? ORDER BY passages.ordinal`,
    highlight,
  )
  const first = passages[0]
  const last = passages.at(-1)
  if (first === undefined || last === undefined) return { state: 'missing', highlight }
  const source = findSource(store, first.source)
  return {
    ...first,
    state: 'found',
    highlight,
    end: last.end,
    // A mark with gaps is quoted with its gaps.
    quote: passages.map(({ quote }) => quote).join(' […] '),
    before: cutText(store, source, { start: first.start - around, end: first.start }),
    after: cutText(store, source, { start: last.end, end: last.end + around }),
  }
}
