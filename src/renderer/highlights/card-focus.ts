import { create } from 'zustand'
import type { HighlightId } from '#contract/ids.ts'

/** Which field of a highlight's card wants the focus: `n` in the text leads to the note, `t` to the tags. */
export type CardField = 'note' | 'tags'

interface CardFocus {
  readonly wanted: { readonly highlight: HighlightId; readonly field: CardField } | null
  readonly want: (highlight: HighlightId, field: CardField) => void
  /** The field has the focus now. */
  readonly given: () => void
}

export const useCardFocus = create<CardFocus>()((set) => ({
  wanted: null,
  want: (highlight, field) => set({ wanted: { highlight, field } }),
  given: () => set({ wanted: null }),
}))
