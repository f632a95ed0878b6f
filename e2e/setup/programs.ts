import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** Programs of the system that the journeys need, and Debian's packages of them where the set-up may install some. */

const run = promisify(execFile)

/** @returns the path of the first of these that is there. */
export function findProgram(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const name of names) {
    for (const path of name.includes('/') ? [name] : folders.map((folder) => join(folder, name))) {
      if (isExecutable(path)) return path
    }
  }
  return null
}

/** @returns null once it is there, or the reason why it is not. */
export async function installPackage(name: string, say: (line: string) => void): Promise<string | null> {
  if (process.getuid?.() !== 0 || findProgram(['apt-get']) === null) {
    return `${name} is not installed, and only root on Debian or its kin can have the set-up install it`
  }
  say(`Installing ${name} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, maxBuffer: 1e8 })
    return null
  } catch (cause) {
    return `${name} could not be installed: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
