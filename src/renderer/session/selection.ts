import { create } from 'zustand'
import type { HighlightId } from '#contract/ids.ts'

/** Which highlight of the current page is selected: the reader and the panes beside it show the same one. */
export interface SelectionState {
  readonly highlight: HighlightId | null
  readonly select: (highlight: HighlightId | null) => void
}

export const useSelection = create<SelectionState>()((set) => ({
  highlight: null,
  select: (highlight) => set({ highlight }),
}))
