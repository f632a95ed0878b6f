import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** How this reader likes their text. Kept on this machine, not in the casebook. */
export interface ReadingSettings {
  /** CSS pixels. */
  readonly size: number
  /** Characters in a line. */
  readonly measure: number
  readonly face: 'serif' | 'sans'
  /** Height of a line as a multiple of the size. */
  readonly leading: number
}

export const readingLimits = {
  size: { min: 14, max: 28, step: 1 },
  measure: { min: 45, max: 100, step: 5 },
  leading: { min: 1.3, max: 2, step: 0.1 },
} as const

export const usualSettings: ReadingSettings = { size: 18, measure: 70, face: 'serif', leading: 1.6 }

interface ReadingSettingsState extends ReadingSettings {
  readonly set: (change: Partial<ReadingSettings>) => void
}

export const useReadingSettings = create<ReadingSettingsState>()(
  persist((set) => ({ ...usualSettings, set: (change) => set(change) }), {
    name: 'casebook.reading-settings',
    partialize: ({ size, measure, face, leading }) => ({ size, measure, face, leading }),
  }),
)
