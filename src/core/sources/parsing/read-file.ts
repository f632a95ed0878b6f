import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { CasebookError } from '#contract/failure.ts'

/** Files on the analyst's disk: what they hold, or why they cannot be read, in a sentence. */

/** A file that nobody has read yet. */
export interface FileOnDisk {
  readonly path: string
  readonly size: number
}

const largestFile = 256 * 1024 * 1024

/** @throws CasebookError source.unreadable, source.too-large */
export function fileOnDisk(path: string): FileOnDisk {
  try {
    const { size } = statSync(path)
    refuseTooLarge(size)
    return { path, size }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The whole file, for a thread that has nothing else to do meanwhile. @throws CasebookError source.unreadable, source.too-large */
export function readWholeFile({ path }: FileOnDisk): Uint8Array {
  try {
    // A pipe put in the file's place since would hold the reader for ever: it is opened without waiting, and left alone.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const facts = fstatSync(file)
      if (!facts.isFile()) throw new Error('no longer a file')
      refuseTooLarge(facts.size)
      return readFileSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** @throws CasebookError source.too-large */
export function refuseTooLarge(bytes: number): void {
  if (bytes <= largestFile) return
  throw new CasebookError(
    'source.too-large',
    `The file has ${Math.round(bytes / 1024 / 1024)} MB; Casebook takes up to ${largestFile / 1024 / 1024} MB.`,
    { bytes, limit: largestFile },
  )
}

export function unreadable(path: string, error: unknown): CasebookError {
  if (error instanceof CasebookError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why: Readonly<Record<string, string>> = {
    ENOENT: 'There is no file at this place.',
    EACCES: 'You have no permission to read this file.',
    EPERM: 'You have no permission to read this file.',
    ELOOP: 'This link leads back to itself.',
  }
  const message = why[code] ?? `The file could not be read (${code || 'it changed while it was read'}).`
  return new CasebookError('source.unreadable', message, { path, code }, { cause: error })
}
