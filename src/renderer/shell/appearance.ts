import { create } from 'zustand'
import { type CasebookHost, type ThemeChoice, themeChoices } from '#contract/host.ts'

/** How the analyst wants the window to look. The desktop keeps the theme for all its windows; the rest the page keeps. */

export const contrastChoices = ['system', 'more', 'normal'] as const
export type ContrastChoice = (typeof contrastChoices)[number]

interface Appearance {
  readonly theme: ThemeChoice
  readonly contrast: ContrastChoice
  readonly setTheme: (theme: ThemeChoice) => void
  readonly setContrast: (contrast: ContrastChoice) => void
}

export const useAppearance = create<Appearance>()((set) => ({
  theme: kept('theme', themeChoices),
  contrast: kept('contrast', contrastChoices),
  setTheme: (theme) => set({ theme }),
  setContrast: (contrast) => set({ contrast }),
}))

/** Puts the choice on the page, now and at every change. @returns its own undo */
export function followAppearance(host: CasebookHost): () => void {
  const show = ({ theme, contrast }: Appearance) => {
    const root = document.documentElement
    mark(root, 'theme', theme)
    mark(root, 'contrast', contrast)
  }
  show(useAppearance.getState())
  void host.theme?.().then((theme) => useAppearance.getState().setTheme(theme))
  return useAppearance.subscribe((now, before) => {
    show(now)
    if (now.theme !== before.theme) void host.setTheme?.(now.theme)
  })
}

function mark(root: HTMLElement, name: 'theme' | 'contrast', choice: string): void {
  localStorage.setItem(`appearance.${name}`, choice)
  if (choice === 'system') delete root.dataset[name]
  else root.dataset[name] = choice
}

function kept<T extends string>(name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === localStorage.getItem(`appearance.${name}`))
  const [first] = choices
  if (first === undefined) throw new Error('No choices')
  return found ?? first
}
