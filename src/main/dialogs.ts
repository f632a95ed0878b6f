import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { CasebookError } from '#contract/failure.ts'
import type { FolderPurpose } from '#contract/host.ts'
import { casebookName } from './recent.ts'

/** The system's own dialogs. Each answers null or nothing where the analyst changed their mind. */

const casebookFiles = [{ name: 'Casebooks', extensions: ['casebook'] }]

/** Endings by which dialogs offer what Casebook imports; its contents, not its ending, say what a file is. */
const articleFiles = [
  {
    name: 'Articles',
    extensions: [
      'txt',
      'md',
      'html',
      'htm',
      'xhtml',
      'mhtml',
      'pdf',
      'docx',
      'rtf',
      'epub',
      'eml',
      'mbox',
      'csv',
      'tsv',
      'json',
      'jsonl',
      'zip',
    ],
  },
  { name: 'All files', extensions: ['*'] },
]

export async function askForCasebook(parent: BrowserWindow | null): Promise<string | null> {
  const [path] = await open(parent, {
    title: 'Open a casebook',
    filters: casebookFiles,
    properties: ['openFile'],
  })
  return path ?? null
}

export function askForNewCasebook(parent: BrowserWindow | null): Promise<string | null> {
  return save(parent, {
    title: 'New casebook',
    buttonLabel: 'Create',
    defaultPath: join(app.getPath('documents'), 'Untitled.casebook'),
    filters: casebookFiles,
  })
}

export function askForFilesToImport(parent: BrowserWindow): Promise<readonly string[]> {
  return open(parent, {
    title: 'Import articles',
    buttonLabel: 'Import',
    filters: articleFiles,
    properties: ['openFile', 'multiSelections'],
  })
}

const folderWords: Readonly<Record<FolderPurpose, { title: string; buttonLabel: string }>> = {
  import: { title: 'Import a folder', buttonLabel: 'Import' },
  watch: { title: 'Watch a folder', buttonLabel: 'Watch' },
}

/** Apart from the files: only macOS has one dialog for both. */
export async function askForFolder(parent: BrowserWindow, purpose: FolderPurpose): Promise<string | null> {
  const words = folderWords[purpose]
  const [folder] = await open(parent, { ...words, properties: ['openDirectory'] })
  return folder ?? null
}

export function askForBackupPlace(parent: BrowserWindow, casebook: string): Promise<string | null> {
  const day = new Date().toISOString().slice(0, 10)
  return save(parent, {
    title: 'Back up this casebook',
    buttonLabel: 'Back up',
    defaultPath: join(dirname(casebook), `${casebookName(casebook)} ${day}.casebook`),
    filters: casebookFiles,
  })
}

export function askWhereToSave(parent: BrowserWindow, name: string): Promise<string | null> {
  return save(parent, { defaultPath: join(app.getPath('documents'), basename(name)) })
}

/** @returns whether the analyst wants to read a casebook that another program is writing. */
export async function offerReading(parent: BrowserWindow | null, failure: CasebookError): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message: failure.message,
    detail:
      'You can open it for reading. Nothing can be changed in it until the other program lets go of it.',
    buttons: ['Open for reading', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  }
  const { response } = await (parent
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options))
  return response === 0
}

export async function showFailure(parent: BrowserWindow | null, what: string, cause: unknown): Promise<void> {
  const detail =
    cause instanceof CasebookError ? cause.message : `Something in Casebook failed: ${String(cause)}`
  const options = { type: 'error' as const, message: what, detail, buttons: ['OK'] }
  await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options))
}

async function open(parent: BrowserWindow | null, options: OpenDialogOptions): Promise<readonly string[]> {
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

async function save(parent: BrowserWindow | null, options: SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}
