import { create } from 'zustand'
import type { BriefId } from '#contract/ids.ts'
import type { EditorHandle } from '../writing/writing.ts'

/** The brief that is being written, for the pane beside it: what is cited there goes in at its caret. */
interface OpenBriefState {
  readonly brief: BriefId | null
  readonly editor: EditorHandle | null
  readonly open: (brief: BriefId, editor: EditorHandle) => void
  readonly close: () => void
}

export const useOpenBrief = create<OpenBriefState>()((set) => ({
  brief: null,
  editor: null,
  open: (brief, editor) => set({ brief, editor }),
  close: () => set({ brief: null, editor: null }),
}))
