import { create } from 'zustand'
import type { Spot } from './hit-walk.ts'

/** Where the keys were in the results of a search, so that going back comes to the same passage. */
interface LastSpot {
  readonly asked: string
  readonly spot: Spot
  /** A passage was opened: coming back, it has the focus again. */
  readonly left: boolean
  readonly keep: (asked: string, spot: Spot) => void
  readonly leave: () => void
}

export const top: Spot = { hit: 0, passage: 0 }

export const useLastSpot = create<LastSpot>()((set) => ({
  asked: '',
  spot: top,
  left: false,
  keep: (asked, spot) => set({ asked, spot, left: false }),
  leave: () => set({ left: true }),
}))
