import type { BriefId, EntityId, HighlightId } from '#contract/ids.ts'
import type { SearchHit, SearchPassage } from '#contract/search.ts'
import type { Span } from '#contract/source.ts'
import { usePlace, useSelection } from '../session/session.tsx'

/** A hit without a passage (a match in the title alone) is still one row. */
export function passagesOf(hit: SearchHit): readonly (SearchPassage | null)[] {
  return hit.passages.length === 0 ? [null] : hit.passages
}

/** As much of what was found as leads there; `mark`: where in its source a highlight stands. */
type Found = Pick<SearchHit, 'kind' | 'id' | 'source'> & { readonly mark: Span | null }

/**
 * Leads to the passage, or to the thing itself where the match is in its name. `words`: the query whose matches are marked in a
 * source.
 */
export function useOpenHit(words: string): (hit: Found, passage: Span | null) => void {
  const go = usePlace((state) => state.go)
  const select = useSelection((state) => state.select)
  return (hit, passage) => {
    // What an id names is told by the hit's kind.
    switch (hit.kind) {
      case 'source':
        if (hit.source === null) return
        return go({ kind: 'source', id: hit.source, query: words, ...landingOn(passage) })
      case 'highlight':
      case 'note':
        if (hit.source === null) return
        go({ kind: 'source', id: hit.source, ...landingOn(hit.mark) })
        return select(hit.id as HighlightId)
      case 'entity':
        return go({ kind: 'entity', id: hit.id as EntityId })
      case 'brief':
        return go({ kind: 'brief', id: hit.id as BriefId })
    }
  }
}

function landingOn(place: Span | null): { span?: Span } {
  return place === null ? {} : { span: { start: place.start, end: place.end } }
}
