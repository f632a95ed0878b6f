import { execFileSync, spawnSync } from 'node:child_process'

/** A disk of its own at a folder that is there and empty: it runs full, and is made read-only, without touching any other. */
export interface SmallDisk extends Disposable {
  makeReadOnly(): void
  makeRoom(): void
}

/** @returns null where this user may not make one: it takes root on Linux */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
  if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) return null
  const remount = (option: string) => void execFileSync('mount', ['-o', `remount,${option}`, folder])
  return {
    makeReadOnly: () => remount('ro'),
    makeRoom: () => remount('size=64m'),
    [Symbol.dispose]: () => void execFileSync('umount', ['--lazy', folder]),
  }
}
