import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { browserFace } from './faces/browser-face.ts'
import { desktopFace } from './faces/desktop-face.ts'
import type { Face, FaceName, MissingFace, ProgramBehind, StartedFace } from './faces/face.ts'
import { runCasebook } from './faces/program.ts'
import { mountSmallDisk } from './faults/small-disk.ts'

/**
 * Journeys are written once and run on either face: each gets a fresh casebook in a folder of its own, open in the
 * desktop program or in a browser.
 */

export { expect } from '@playwright/test'

/** A casebook that an analyst has open. */
export interface OpenCasebook extends Pick<StartedFace, 'chooseFiles' | 'savedFile'> {
  readonly face: FaceName
  /** The page at this moment; `reopen` makes another one, of which the fixture `page` does not know. */
  page(): Page
  /** The desktop program from inside. @throws Error in a browser */
  electron(): ElectronApplication
  /** The program that serves a browser. @throws Error on the desktop */
  behind(): ProgramBehind
  readonly path: string
  /** A folder for files of this journey; it is gone afterwards. */
  readonly scratch: string
  /** Ends the program and starts it again on the same casebook. */
  reopen(): Promise<Page>
  /** Ends the program, so that others may have the file. */
  close(): Promise<void>
  /** The command line on this casebook: `command('import', folder)`. The program must be closed for what writes. */
  command(name: string, ...words: readonly string[]): Promise<string>
}

interface JourneyFixtures {
  /** Files of the journey's folder, by name: they are there before the commands, which may name them. */
  readonly written: Readonly<Record<string, string>>
  /** Commands of the terminal that fill the casebook before it is opened, each with the file left out. */
  readonly prepared: readonly (readonly [command: string, ...words: string[]])[]
  /** The casebook's folder is a disk of its own with so many megabytes, which can run full; null for none. */
  readonly smallDisk: number | null
  readonly casebook: OpenCasebook
}

interface WorkerFixtures {
  readonly face: FaceName
  readonly startedFace: Face | MissingFace
}

export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  face: ['browser', { option: true, scope: 'worker' }],
  written: [{}, { option: true }],
  prepared: [[], { option: true }],
  smallDisk: [null, { option: true }],

  startedFace: [
    async ({ face }, use) => {
      const started = await (face === 'desktop' ? desktopFace(say) : browserFace(say))
      await use(started)
      if (!('missing' in started)) await started.close()
    },
    // The first time, a program may have to be fetched.
    { scope: 'worker', timeout: 600_000 },
  ],

  casebook: async ({ startedFace, written, prepared, smallDisk }, use, journey) => {
    if ('missing' in startedFace) {
      journey.skip(true, startedFace.missing)
      return
    }
    const scratch = await mkdtemp(join(tmpdir(), 'casebook-journey-'))
    const disk = smallDisk === null ? undefined : mountSmallDisk(scratch, smallDisk)
    journey.skip(disk === null, 'a small disk can only be mounted by root on Linux')
    const path = join(scratch, 'Journey.casebook')
    await runCasebook('new', path)
    for (const [name, text] of Object.entries(written)) await writeFile(join(scratch, name), text)
    const pathOf = (word: string) => (word in written ? join(scratch, word) : word)
    for (const [name, ...words] of prepared) await runCasebook(name, path, ...words.map(pathOf))
    const casebook = await openCasebook(startedFace, path, scratch)
    try {
      await use(casebook)
      await keepScreenshot(casebook, journey)
    } finally {
      await casebook.close()
      disk?.[Symbol.dispose]()
      await rm(scratch, { recursive: true, force: true })
    }
  },

  page: async ({ casebook }, use) => {
    await use(casebook.page())
  },
})

async function openCasebook(face: Face, path: string, scratch: string): Promise<OpenCasebook> {
  let running: StartedFace | null = await startReady(face, path, scratch)
  const now = (): StartedFace => {
    if (running === null) throw new Error('The journey has closed the program')
    return running
  }
  const close = async () => {
    const ending = running
    running = null
    await ending?.close()
  }
  return {
    face: face.name,
    path,
    scratch,
    page: () => now().page,
    electron: () => {
      const { electron } = now()
      if (electron === null) throw new Error('A browser has no desktop program behind it')
      return electron
    },
    behind: () => {
      const { behind } = now()
      if (behind === null) throw new Error('The desktop ends with its program')
      return behind
    },
    chooseFiles: (paths, action) => now().chooseFiles(paths, action),
    savedFile: (action) => now().savedFile(action),
    close,
    reopen: async () => {
      await close()
      running = await startReady(face, path, scratch)
      return running.page
    },
    command: (name, ...words) => runCasebook(name, path, ...words),
  }
}

/** A window is there before its page is, and the page before it knows what is in the casebook: until then nobody hears its keys. */
async function startReady(face: Face, path: string, scratch: string): Promise<StartedFace> {
  const started = await face.start(path, scratch)
  await started.page.getByRole('main').waitFor()
  await started.page.getByRole('link', { name: /^Sources \d/ }).waitFor()
  return started
}

/** What the analyst would have seen when a journey went wrong, if there is still something to see. */
async function keepScreenshot(casebook: OpenCasebook, journey: TestInfo): Promise<void> {
  if (journey.status === journey.expectedStatus) return
  try {
    const image = await casebook.page().screenshot({ timeout: 5_000 })
    await journey.attach('screen', { body: image, contentType: 'image/png' })
  } catch {
    // The journey's own failure says more than a missing picture.
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
