import { create } from 'zustand'
import type { HighlightId, SourceId } from '#contract/ids.ts'

/** A mark that lost its place, while the analyst picks the words that it shall stand on. */
export interface Attaching {
  readonly highlight: HighlightId
  /** The version on which a place is picked. */
  readonly source: SourceId
  /** Its words as they were. */
  readonly words: string
  /** Where to go on once it is attached, or given up. */
  readonly done: () => void
}

interface AttachingState {
  readonly attaching: Attaching | null
  readonly begin: (attaching: Attaching) => void
  readonly end: () => void
}

export const useAttaching = create<AttachingState>()((set) => ({
  attaching: null,
  begin: (attaching) => set({ attaching }),
  end: () => set({ attaching: null }),
}))
