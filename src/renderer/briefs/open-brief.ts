import { create } from 'zustand'
import type { CitablePassage } from '#contract/briefs.ts'
import type { EditorHandle } from '../writing/writing.ts'

/** The brief that is being written, for the pane beside it: what is cited there goes in at its caret. */
interface OpenBriefState {
  /** Null where nothing can be written. */
  readonly editor: EditorHandle | null
  readonly open: (editor: EditorHandle) => void
  readonly close: () => void
  /** `cite`: its number alone; `quote`: its words in a block of their own, with the number. */
  readonly put: (passage: CitablePassage, how: 'cite' | 'quote') => void
}

export const useOpenBrief = create<OpenBriefState>()((set, get) => ({
  editor: null,
  open: (editor) => set({ editor }),
  close: () => set({ editor: null }),
  put: ({ citation: { highlight, quote } }, how) => {
    const { editor } = get()
    if (how === 'cite') editor?.cite(highlight)
    else editor?.quote(quote, highlight)
  },
}))
