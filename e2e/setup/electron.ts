import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findOfficialElectron } from '../../build/find-electron.ts'
import { borrowElectron, borrowedNode, borrowedVersion } from './borrowed-electron.ts'

/** The Electron for the desktop journeys, and how the engine runs beside it. */
export interface ElectronForTests {
  readonly executable: string
  readonly origin: string
  /** A Node for the engine, where Electron's own is too old for it; else null. */
  readonly engineNode: string | null
}

export type FoundElectron = ElectronForTests | { readonly missing: string }

/** The lowest Node that the engine's SQLite is built for. */
const oldestNode = 22

const run = promisify(execFile)

export async function findElectron(say: (line: string) => void): Promise<FoundElectron> {
  const official = findOfficialElectron()
  if (official !== null)
    return { ...official, engineNode: engineNodeBeside(await nodeInside(official.executable)) }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing:
        'Electron is not downloaded (npx install-electron), and only Linux on x64 has another one for tests',
    }
  }
  try {
    return {
      executable: await borrowElectron(say),
      origin: `Electron ${borrowedVersion}, borrowed for tests`,
      engineNode: engineNodeBeside(borrowedNode),
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    return { missing: `no Electron is here and none could be fetched: ${reason}` }
  }
}

function engineNodeBeside(version: string | null): string | null {
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
