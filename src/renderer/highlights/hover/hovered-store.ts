import { create } from 'zustand'
import type { HighlightId } from '#contract/ids.ts'

/** Whose card stands beside the text: a mark that is pointed at, or that keys have come to. */
interface HoveredState {
  /** The marks that lie over one another there, the shown one first. */
  readonly pile: readonly HighlightId[]
  /** What brought it: a card that keys brought does not go because the pointer rests elsewhere. */
  readonly by: 'pointer' | 'keys'
  readonly show: (pile: readonly HighlightId[], by: 'pointer' | 'keys') => void
  readonly hide: () => void
}

const nothing: readonly HighlightId[] = []

export const useHovered = create<HoveredState>()((set) => ({
  pile: nothing,
  by: 'pointer',
  show: (pile, by) => set({ pile, by }),
  hide: () => set((state) => (state.pile.length === 0 ? state : { pile: nothing })),
}))
