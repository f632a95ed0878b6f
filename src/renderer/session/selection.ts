import { create } from 'zustand'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'

/** What of the current page is selected, a highlight or words: the reader and the panes beside it speak of the same. */
export interface SelectionState {
  readonly highlight: HighlightId | null
  readonly select: (highlight: HighlightId | null) => void
  /** The words selected in a text, as UTF-16 offsets; told by the reader alone. */
  readonly words: { readonly source: SourceId; readonly span: Span } | null
}

export const useSelection = create<SelectionState>()((set) => ({
  highlight: null,
  select: (highlight) => set({ highlight }),
  words: null,
}))
