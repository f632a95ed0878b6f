import { create } from 'zustand'

/** The list of queries as it was typed or chosen, for as long as the window is open. */
interface ListStore {
  readonly list: string
  readonly write: (list: string) => void
}

export const useList = create<ListStore>()((set) => ({ list: '', write: (list) => set({ list }) }))
