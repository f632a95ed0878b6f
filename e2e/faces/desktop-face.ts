import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect } from '@playwright/test'
import { repository } from '../../build/find-electron.ts'
import { openDisplay } from '../setup/display.ts'
import { type ElectronForTests, findElectron } from '../setup/electron.ts'
import type { Face, MissingFace, StartedFace } from './face.ts'

/** The real desktop program: real main process, preload and page, on a screen of its own. */
export async function desktopFace(say: (line: string) => void): Promise<Face | MissingFace> {
  const electron = await findElectron(say)
  if ('missing' in electron) return electron
  const display = await openDisplay(say)
  if ('missing' in display) return display
  return {
    name: 'desktop',
    start: (casebook, scratch) => start(electron, display.env, casebook, scratch),
    close: () => Promise.resolve(display.close()),
  }
}

async function start(
  electron: ElectronForTests,
  display: Readonly<Record<string, string>>,
  casebook: string,
  scratch: string,
): Promise<StartedFace> {
  const app = await _electron.launch({
    executablePath: electron.executable,
    // There is no graphics card behind such a screen, and looking for one sometimes keeps the first picture back.
    args: ['--disable-gpu', repository, casebook],
    // What the program itself sets for its pages is looked at, not what a test would set.
    colorScheme: null,
    env: {
      ...inherited(),
      ...display,
      CASEBOOK_USER_DATA: join(scratch, 'desktop'),
      ...(electron.engineNode === null ? {} : { CASEBOOK_ENGINE_NODE: electron.engineNode }),
    },
  })
  const page = await app.firstWindow()
  return {
    page,
    electron: app,
    behind: null,
    async chooseFiles(paths, action) {
      await answerOpenDialog(app, paths)
      await action()
    },
    async savedFile(action) {
      await answerSaveDialog(app, scratch)
      await action()
      return writtenFile(app)
    },
    close: () => app.close(),
  }
}

/** The system's own dialogs cannot be clicked by a program: the next one gets its answer beforehand. */
async function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, paths)
}

async function answerSaveDialog(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, scratch) => {
    const saved = globalThis as { casebookSavedAs?: string }
    // The file of the dialog before is not the one that is waited for.
    delete saved.casebookSavedAs
    dialog.showSaveDialog = (...asked: unknown[]) => {
      // With or without a parent window, what is asked comes last.
      const { defaultPath = 'untitled' } = asked.at(-1) as { defaultPath?: string }
      const filePath = `${scratch}/${defaultPath.split(/[\\/]/).at(-1)}`
      saved.casebookSavedAs = filePath
      return Promise.resolve({ canceled: false, filePath })
    }
  }, folder)
}

/** The dialog closes before the file is there. */
async function writtenFile(app: ElectronApplication): Promise<string> {
  let path = ''
  await expect
    .poll(async () => {
      path = await app.evaluate(() => (globalThis as { casebookSavedAs?: string }).casebookSavedAs ?? '')
      return path !== '' && existsSync(path)
    })
    .toBe(true)
  return path
}

function inherited(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _plain, ...env } = process.env
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
