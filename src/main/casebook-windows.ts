import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'
import { CasebookError } from '#contract/failure.ts'
import { CasebookWindow } from './casebook-window.ts'
import { offerReading, showFailure } from './dialogs.ts'
import type { EngineStart } from './engine-messages.ts'
import { casebookName, type RecentCasebooks } from './recent.ts'
import type { SettingsFile } from './settings-file.ts'

/** All windows, one for each casebook: opening one that is open already brings its window to the front. */
export class CasebookWindows {
  readonly #settings: SettingsFile
  readonly #recent: RecentCasebooks
  readonly #windows = new Map<string, CasebookWindow>()
  readonly #opening = new Map<string, Promise<void>>()
  readonly #closing = new Set<Promise<void>>()

  constructor(settings: SettingsFile, recent: RecentCasebooks) {
    this.#settings = settings
    this.#recent = recent
  }

  /** @returns whether its window stands there now; where not, the analyst was told why. */
  open(path: string, as: EngineStart['as'] = 'existing'): Promise<boolean> {
    return this.#open({ path: fileIdentity(path), as, readOnly: false })
  }

  /** The casebook that a page shows; null for every page that is not one of ours. */
  ofPage(contents: WebContents): CasebookWindow | null {
    return [...this.#windows.values()].find(({ window }) => window.webContents === contents) ?? null
  }

  inFront(): CasebookWindow | null {
    const focused = BrowserWindow.getFocusedWindow()
    const all = [...this.#windows.values()]
    return all.find(({ window }) => window === focused) ?? all.at(-1) ?? null
  }

  /** Whether every casebook that was open is closed, and its file whole. */
  allWhole(): boolean {
    return this.#windows.size === 0 && this.#closing.size === 0
  }

  /** Resolves when the files of the windows that were closed are whole. */
  async whole(): Promise<void> {
    await Promise.all(this.#closing)
  }

  async #open(start: EngineStart): Promise<boolean> {
    try {
      await this.#show(start)
      return true
    } catch (failure) {
      const parent = BrowserWindow.getFocusedWindow()
      if (failure instanceof CasebookError && failure.code === 'casebook.held' && !start.readOnly) {
        const reading = await offerReading(parent, failure)
        return reading && this.#open({ ...start, as: 'existing', readOnly: true })
      }
      await showFailure(parent, `“${casebookName(start.path)}” could not be opened`, failure)
      return false
    }
  }

  async #show(start: EngineStart): Promise<void> {
    const standing = this.#windows.get(start.path)
    if (standing !== undefined) return standing.focus()
    // Asked for twice at the same time: the second waits for the first.
    const opening = this.#opening.get(start.path) ?? this.#begin(start)
    this.#opening.set(start.path, opening)
    try {
      await opening
    } finally {
      this.#opening.delete(start.path)
    }
  }

  async #begin(start: EngineStart): Promise<void> {
    const shown = await CasebookWindow.open(start, this.#settings)
    this.#windows.set(start.path, shown)
    shown.window.once('closed', () => this.#letGo(shown))
    if (start.as !== 'sample') this.#recent.add(start.path)
    await shown.load()
  }

  #letGo(shown: CasebookWindow): void {
    this.#windows.delete(shown.path)
    this.#closing.add(shown.closed)
    void shown.closed.then(() => this.#closing.delete(shown.closed))
  }
}

/** Two names of one file are one casebook. A new file is not there yet, but its folder is. */
function fileIdentity(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return join(folderIdentity(dirname(path)), basename(path))
  }
}

function folderIdentity(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
