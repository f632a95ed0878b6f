import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * A small JSON file that keeps what is pleasant to find again: places of windows, recent casebooks, the theme. Losing it
 * loses no work, so an unreadable one counts as empty; it is replaced as a whole, so that a crash leaves the old one.
 */
export interface SettingsFile {
  read(name: string): unknown
  write(name: string, value: unknown): void
}

export function openSettingsFile(path: string): SettingsFile {
  let settings = readSettings(path)
  return {
    read: (name) => settings[name],
    write: (name, value) => {
      settings = { ...settings, [name]: value }
      try {
        writeFileSync(`${path}.new`, JSON.stringify(settings, null, 2))
        renameSync(`${path}.new`, path)
      } catch {
        // A full or read-only disk must not stop the analyst over the place of a window.
      }
    },
  }
}

function readSettings(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}
