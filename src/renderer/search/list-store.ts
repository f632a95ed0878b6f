import { create } from 'zustand'
import type { ListAnswer } from '#contract/query-lists.ts'

/**
 * The list of queries as it was typed or chosen, and what it found when it was run last: who comes back from a passage finds the
 * table again. For as long as the window is open.
 */
interface ListStore {
  readonly list: string
  readonly write: (list: string) => void
  readonly answer: ListAnswer | null
  readonly keep: (answer: ListAnswer) => void
}

export const useList = create<ListStore>()((set) => ({
  list: '',
  write: (list) => set({ list }),
  answer: null,
  keep: (answer) => set({ answer }),
}))
