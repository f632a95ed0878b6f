import { useSyncExternalStore } from 'react'
import { create } from 'zustand'

/** Which side panes are open. On a narrow window (or a large zoom) one pane fills it, and a side pane is a visit. */
interface FrameState {
  readonly left: boolean
  readonly right: boolean
  /** The pane that is visited on a narrow window. */
  readonly visited: 'left' | 'right' | null
  readonly toggle: (side: 'left' | 'right') => void
  readonly leave: () => void
}

const narrow = globalThis.matchMedia('(max-width: 60rem)')

export const useFrame = create<FrameState>()((set) => ({
  left: true,
  right: true,
  visited: null,
  toggle: (side) =>
    set((state) =>
      narrow.matches ? { visited: state.visited === side ? null : side } : { [side]: !state[side] },
    ),
  leave: () => set({ visited: null }),
}))

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed)
      return () => narrow.removeEventListener('change', changed)
    },
    () => narrow.matches,
  )
}

export function useSideOpen(side: 'left' | 'right'): boolean {
  const isNarrow = useNarrow()
  return useFrame((state) => (isNarrow ? state.visited === side : state[side]))
}
