import type { ElectronApplication, Page } from '@playwright/test'
import type { CasebookHost } from '#contract/host.ts'

declare global {
  interface Window {
    readonly casebookHost?: CasebookHost
  }
}

/** A face of Casebook, as the journeys need it: the differences between desktop and browser end here. */
export type FaceName = 'browser' | 'desktop'

export interface Face {
  readonly name: FaceName
  /** Starts the program on a casebook file that is there. */
  start(casebook: string, scratch: string): Promise<StartedFace>
  close(): Promise<void>
}

/** The program behind a page that stays open without it. */
export interface ProgramBehind {
  stop(): Promise<void>
  /** @returns the address that it prints this time */
  start(): Promise<string>
}

export interface StartedFace {
  readonly page: Page
  /** Null where page and program end together. */
  readonly behind: ProgramBehind | null
  /** The desktop program from inside; null in a browser. */
  readonly electron: ElectronApplication | null
  /** Does `action`, and answers the dialog for files to open that comes of it. */
  chooseFiles(paths: readonly string[], action: () => Promise<unknown>): Promise<void>
  /** Does `action`, and answers the dialog for a file to save that comes of it. @returns where the file is. */
  savedFile(action: () => Promise<unknown>): Promise<string>
  /** Closes it as an analyst would; the casebook file is whole afterwards. */
  close(): Promise<void>
}

/** A face that cannot be had here, and why. Its journeys are skipped with that reason. */
export interface MissingFace {
  readonly missing: string
}
