import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { RecentCasebook } from '#contract/host.ts'
import type { SettingsFile } from './settings-file.ts'

/** The casebooks that were open lately, newest first, as far as they are still there. */
export interface RecentCasebooks {
  list(): readonly RecentCasebook[]
  /** Puts one first. */
  add(path: string): void
  clear(): void
}

const kept = 12

export function recentCasebooks(settings: SettingsFile, onChange: () => void): RecentCasebooks {
  const paths = (): readonly string[] => {
    const value = settings.read('recent')
    return Array.isArray(value) ? value.filter((path): path is string => typeof path === 'string') : []
  }
  const keep = (list: readonly string[]) => {
    settings.write('recent', list.slice(0, kept))
    onChange()
  }
  return {
    list: () =>
      paths()
        .filter((path) => existsSync(path))
        .map((path) => ({ path, name: casebookName(path) })),
    add: (path) => keep([path, ...paths().filter((other) => other !== path)]),
    clear: () => keep([]),
  }
}

/** What a casebook is called: its file's name without the ending. */
export function casebookName(path: string): string {
  return basename(path, '.casebook')
}
