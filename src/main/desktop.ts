import { type BrowserWindow, nativeTheme } from 'electron'
import { type ThemeChoice, themeChoices } from '#contract/host.ts'
import type { CasebookWindows } from './casebook-windows.ts'
import { askForCasebook, askForNewCasebook } from './dialogs.ts'
import type { RecentCasebooks } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'

/** What menus and pages share: the windows, what is remembered, and the few things both can ask for. */
export interface Desktop {
  readonly windows: CasebookWindows
  readonly recent: RecentCasebooks
  readonly settings: SettingsFile
}

/** @returns whether a casebook was opened. */
export async function chooseAndOpen({ windows }: Desktop, parent: BrowserWindow | null): Promise<boolean> {
  const path = await askForCasebook(parent)
  return path !== null && windows.open(path)
}

/** @returns whether a casebook was made. */
export async function makeNew({ windows }: Desktop, parent: BrowserWindow | null): Promise<boolean> {
  const path = await askForNewCasebook(parent)
  if (path === null) return false
  return windows.open(path.endsWith('.casebook') ? path : `${path}.casebook`, 'new')
}

export function chosenTheme({ settings }: Desktop): ThemeChoice {
  const kept = settings.read('theme')
  return isTheme(kept) ? kept : 'system'
}

/** Chromium tells every page, as if the system had changed. */
export function chooseTheme({ settings }: Desktop, choice: ThemeChoice): void {
  settings.write('theme', choice)
  nativeTheme.themeSource = choice
}

export function isTheme(value: unknown): value is ThemeChoice {
  return themeChoices.some((choice) => choice === value)
}
