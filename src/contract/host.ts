/**
 * What a page may ask of the program that shows it, beside the engine: dialogs, files, menus. The desktop offers it as
 * `window.casebookHost`; in a plain browser that is undefined, and the page makes a smaller one of its own. So every
 * ability is optional: where it is missing, the screens leave the button out.
 */

/** What the menus say to the page. The page's own shortcuts lead to the same commands. */
export const menuCommands = [
  'import.files',
  'import.folder',
  'import.paste',
  'export.brief',
  'export.annotations',
  'import.annotations',
  'casebook.backup',
  'casebook.check',
  'casebook.history',
  'edit.undo',
  'edit.redo',
  'find.in-source',
  'reader.print',
  'find.everywhere',
  'go.palette',
  'go.back',
  'go.forward',
  'go.sources',
  'go.search',
  'go.entities',
  'go.briefs',
  'help.keys',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

export const folderPurposes = ['import', 'watch'] as const
export type FolderPurpose = (typeof folderPurposes)[number]

export interface RecentCasebook {
  readonly path: string
  readonly name: string
}

export interface FileToSave {
  /** What the dialog proposes; its ending tells the format. */
  readonly name: string
  readonly content: string | Uint8Array
}

/** A file that was dropped on the page or chosen in it: the browser's own `File`. */
export interface FileInPage {
  readonly name: string
  readonly size: number
}

export interface CasebookHost {
  readonly kind: 'desktop' | 'browser'
  readonly platform: 'linux' | 'mac' | 'windows' | 'other'
  readonly version: string
  /**
   * Asks for a way to the engine. The port follows as a `message` event on the window, whose data is
   * `enginePortMessage`. Each request ends the connection before it.
   */
  readonly requestEngine?: () => void
  /** Shows a casebook in a window of its own; without a path the analyst is asked. False: nothing was opened. */
  readonly openCasebook?: (path?: string) => Promise<boolean>
  readonly newCasebook?: () => Promise<boolean>
  readonly recentCasebooks?: () => Promise<readonly RecentCasebook[]>
  /** Paths of files and folders for `sources.import`; empty where the analyst changed their mind. */
  readonly chooseFilesToImport?: () => Promise<readonly string[]>
  /** A folder to import once, or to watch; null where the analyst changed their mind. */
  readonly chooseFolder?: (purpose: FolderPurpose) => Promise<string | null>
  /** A path for `casebook.backup`; null where the analyst changed their mind. */
  readonly chooseBackupPlace?: () => Promise<string | null>
  /** @returns where it was written, or null where the analyst changed their mind. */
  readonly saveFile?: (file: FileToSave) => Promise<string | null>
  /** Where a file in the page lies on disk; null for one that was never there. */
  readonly pathOf?: (file: FileInPage) => string | null
  readonly onMenuCommand?: (listener: (command: MenuCommand) => void) => () => void
  readonly theme?: () => Promise<ThemeChoice>
  readonly setTheme?: (choice: ThemeChoice) => Promise<void>
}

/** Data of the `message` event that hands the engine's port to the page. */
export const enginePortMessage = 'casebook.engine-port'

/** What the desktop answers by message: each is a channel between the page's door and the main process. */
export const hostCalls = [
  'openCasebook',
  'newCasebook',
  'recentCasebooks',
  'chooseFilesToImport',
  'chooseFolder',
  'chooseBackupPlace',
  'saveFile',
  'theme',
  'setTheme',
] as const satisfies readonly (keyof CasebookHost)[]
export type HostCall = (typeof hostCalls)[number]

/** The channels of the desktop beside those calls. */
export const hostChannels = { requestEngine: 'requestEngine', menuCommand: 'menuCommand' } as const
