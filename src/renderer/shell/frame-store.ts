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
const print = globalThis.matchMedia('print')
let wasNarrow = narrow.matches

/** A sheet of paper is narrow, but the window that it is printed from stays as it is: its text must not be built anew. */
function isNarrow(): boolean {
  if (!print.matches) wasNarrow = narrow.matches
  return wasNarrow
}

export const useFrame = create<FrameState>()((set) => ({
  left: true,
  right: true,
  visited: null,
  toggle: (side) =>
    set((state) =>
      isNarrow() ? { visited: state.visited === side ? null : side } : { [side]: !state[side] },
    ),
  leave: () => set({ visited: null }),
}))

export function useNarrow(): boolean {
  return useSyncExternalStore((changed) => {
    narrow.addEventListener('change', changed)
    return () => narrow.removeEventListener('change', changed)
  }, isNarrow)
}

export function useSideOpen(side: 'left' | 'right'): boolean {
  const onlyOne = useNarrow()
  return useFrame((state) => (onlyOne ? state.visited === side : state[side]))
}
