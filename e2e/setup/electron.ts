import { engineNodeBeside, findOfficialElectron } from '../../build/find-electron.ts'
import { borrowElectron, borrowedVersion } from './borrowed-electron.ts'

/** The Electron for the desktop journeys, and how the engine runs beside it. */
export interface ElectronForTests {
  readonly executable: string
  readonly origin: string
  /** A Node for the engine, where Electron's own is too old for it; else null. */
  readonly engineNode: string | null
}

export type FoundElectron = ElectronForTests | { readonly missing: string }

export async function findElectron(say: (line: string) => void): Promise<FoundElectron> {
  const official = findOfficialElectron()
  if (official !== null) return { ...official, engineNode: await engineNodeBeside(official.executable) }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing:
        'Electron is not downloaded (npx install-electron), and only Linux on x64 has another one for tests',
    }
  }
  try {
    const executable = await borrowElectron(say)
    const origin = `Electron ${borrowedVersion}, borrowed for tests`
    return { executable, origin, engineNode: await engineNodeBeside(executable) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    return { missing: `no Electron is here and none could be fetched: ${reason}` }
  }
}
