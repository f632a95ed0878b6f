import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The Electron that this clone may start: the one named by `CASEBOOK_ELECTRON`, else the official one where it was downloaded. */

export const repository = fileURLToPath(new URL('..', import.meta.url))

/** The lowest Node that the engine's SQLite is built for. */
const oldestNode = 22

const run = promisify(execFile)

export interface ElectronBinary {
  readonly executable: string
  /** Where it comes from, for a report. */
  readonly origin: string
}

/** @throws Error where `CASEBOOK_ELECTRON` names nothing. */
export function findOfficialElectron(): ElectronBinary | null {
  const named = process.env.CASEBOOK_ELECTRON
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CASEBOOK_ELECTRON names ${named}, and there is nothing`)
    return { executable: named, origin: 'CASEBOOK_ELECTRON' }
  }
  return findDownloaded(fileURLToPath(new URL('../node_modules/electron/', import.meta.url)))
}

/** The package's own download leaves the binary in `dist/` and its name in `path.txt`. */
function findDownloaded(folder: string): ElectronBinary | null {
  if (!existsSync(`${folder}path.txt`)) return null
  const executable = `${folder}dist/${readFileSync(`${folder}path.txt`, 'utf8')}`
  return existsSync(executable) ? { executable, origin: 'the official download' } : null
}

/** @returns the Node to run the engine under, where Electron's own is too old for it; else null. */
export async function engineNodeBeside(executable: string): Promise<string | null> {
  const version = await nodeInside(executable)
  return version !== null && Number.parseInt(version, 10) < oldestNode ? process.execPath : null
}

/** @returns null where its fuses do not let it run as plain Node: then it is one of ours, and new enough. */
async function nodeInside(executable: string): Promise<string | null> {
  try {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const { stdout } = await run(executable, ['-p', 'process.versions.node'], { env, timeout: 20_000 })
    return stdout.trim()
  } catch {
    return null
  }
}
