import { create } from 'zustand'

/** Which of the window's own dialogs is open: one at a time. */
type WindowDialog = 'palette' | 'keys' | 'appearance' | 'check'

interface DialogsState {
  readonly open: WindowDialog | null
  readonly show: (dialog: WindowDialog) => void
  readonly close: () => void
}

export const useDialogs = create<DialogsState>()((set) => ({
  open: null,
  show: (open) => set({ open }),
  close: () => set({ open: null }),
}))
