import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The Electron that this clone may start: the one named by `CASEBOOK_ELECTRON`, else the official one where it was downloaded. */

export const repository = fileURLToPath(new URL('..', import.meta.url))

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
