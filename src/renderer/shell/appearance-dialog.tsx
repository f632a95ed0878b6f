import type { ThemeChoice } from '#contract/host.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Segments } from '../parts/segments.tsx'
import { type ContrastChoice, useAppearance } from './appearance.ts'
import { useDialogs } from './dialogs-store.ts'

const themes: readonly { readonly id: ThemeChoice; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

const contrasts: readonly { readonly id: ContrastChoice; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'normal', label: 'Normal' },
  { id: 'more', label: 'High' },
]

export function AppearanceDialog() {
  const { open, close } = useDialogs()
  const { theme, contrast, setTheme, setContrast } = useAppearance()
  return (
    <Dialog title="Appearance" isOpen={open === 'appearance'} onClose={close}>
      <div className="appearance-choice">
        <h3>Light or dark</h3>
        <Segments label="Light or dark" choices={themes} value={theme} onChange={setTheme} />
      </div>
      <div className="appearance-choice">
        <h3>Contrast</h3>
        <Segments label="Contrast" choices={contrasts} value={contrast} onChange={setContrast} />
      </div>
    </Dialog>
  )
}
