import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CasebookError } from '#contract/failure.ts'

/**
 * Writes a file whole or not at all: beside its place first, then moved there.
 * @throws CasebookError export.unwritable
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const full = resolve(path)
  const beside = `${full}.part`
  try {
    writeFileSync(beside, content)
    renameSync(beside, full)
  } catch (cause) {
    rmSync(beside, { force: true })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CasebookError(
      'export.unwritable',
      `${full} could not be written: ${reason}`,
      { path: full },
      { cause },
    )
  }
}
