import { rename, rm, writeFile } from 'node:fs/promises'
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CasebookError } from '#contract/failure.ts'
import {
  type CasebookHost,
  type FileToSave,
  type FolderPurpose,
  folderPurposes,
  type HostCall,
  hostCalls,
  hostChannels,
} from '#contract/host.ts'
import type { CasebookWindow } from './casebook-window.ts'
import { chooseAndOpen, chooseTheme, chosenTheme, type Desktop, isTheme, makeNew } from './desktop.ts'
import {
  askForBackupPlace,
  askForFilesToImport,
  askForFolder,
  askWhereToSave,
  showFailure,
} from './dialogs.ts'
import { pageOrigin } from './page-files.ts'

/** Answers what a page may ask of the desktop. Who asks is looked at first, then what was handed in. */

type Answers = {
  readonly [C in HostCall]: (
    asking: CasebookWindow,
    input: unknown,
  ) => Awaited<ReturnType<Required<CasebookHost>[C]>> | ReturnType<Required<CasebookHost>[C]>
}

export function answerPages(desktop: Desktop): void {
  const answers = answersOf(desktop)
  for (const call of hostCalls) {
    ipcMain.handle(call, (event, input: unknown) => {
      const asking = askingCasebook(event, desktop)
      if (asking === null) throw new Error('This page is none of Casebook’s')
      return answers[call](asking, input)
    })
  }
  ipcMain.on(hostChannels.requestEngine, (event) => {
    const asking = askingCasebook(event, desktop)
    asking?.introduce().catch((cause: unknown) => {
      void showFailure(asking.window, 'The casebook’s engine could not be started again', cause)
    })
  })
}

function answersOf(desktop: Desktop): Answers {
  return {
    openCasebook: ({ window }, path) =>
      typeof path === 'string' ? desktop.windows.open(path) : chooseAndOpen(desktop, window),
    newCasebook: ({ window }) => makeNew(desktop, window),
    recentCasebooks: () => desktop.recent.list(),
    chooseFilesToImport: ({ window }) => askForFilesToImport(window),
    chooseFolder: ({ window }, purpose) => askForFolder(window, demandPurpose(purpose)),
    chooseBackupPlace: ({ window, path }) => askForBackupPlace(window, path),
    saveFile: (asking, file) => saveFile(asking, demandFile(file)),
    theme: () => chosenTheme(desktop),
    setTheme: (_asking, choice) => {
      if (!isTheme(choice)) throw new TypeError('There is no such theme')
      chooseTheme(desktop, choice)
    },
  }
}

/** The page names and fills the file; only the analyst, in the system's dialog, says where it goes. */
async function saveFile({ window }: CasebookWindow, { name, content }: FileToSave): Promise<string | null> {
  const path = await askWhereToSave(window, name)
  if (path === null) return null
  const beside = `${path}.part`
  try {
    // Whole or not at all: a file that is there can be opened.
    await writeFile(beside, content)
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true })
    const failure = new CasebookError(
      'export.unwritable',
      `${path} could not be written.`,
      { path },
      { cause },
    )
    await showFailure(window, `“${name}” was not saved`, failure)
    return null
  }
  return path
}

function demandPurpose(value: unknown): FolderPurpose {
  const purpose = folderPurposes.find((one) => one === value)
  if (purpose === undefined) throw new TypeError('A folder is chosen to import it or to watch it')
  return purpose
}

function demandFile(value: unknown): FileToSave {
  if (typeof value === 'object' && value !== null && 'name' in value && 'content' in value) {
    const { name, content } = value
    if (typeof name === 'string' && (typeof content === 'string' || content instanceof Uint8Array)) {
      return { name, content }
    }
  }
  throw new TypeError('A file to save has a name and a content')
}

/** @returns null where the message is not from the top page of one of our windows, on our own origin. */
function askingCasebook(
  event: IpcMainEvent | IpcMainInvokeEvent,
  { windows }: Desktop,
): CasebookWindow | null {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null || frame.origin !== pageOrigin) return null
  return windows.ofPage(event.sender)
}
