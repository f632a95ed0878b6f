import type { Failure } from '#contract/failure.ts'
import type { ImportOptions } from '#contract/importing.ts'
import type { Article } from '../article.ts'

/** A file as it was handed in. `name` has no folder. */
export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  /** What was on the clipboard; null for a file. */
  readonly pasted: 'text' | 'markup' | null
  readonly options: ImportOptions
  /**
   * For what holds other files: reads one of them, whatever its kind. What cannot be read is reported with the file and gives
   * no article.
   */
  readonly readInner: (name: string, bytes: Uint8Array) => Promise<Article[]>
  /** Reports a part that could not be read, while the rest could. */
  readonly leaveOut: (part: string, why: Pick<Failure, 'code' | 'message'>) => void
  /** Reports a part that holds nothing to read, with a few words why. */
  readonly passOver: (part: string, reason: string) => void
}

/** One kind of file: knows its own by their content, and tells what they say. */
export interface Format {
  readonly name: string
  /** By content; the name decides only where contents are alike (Markdown is plain text). */
  isMine(file: FileToRead): boolean
  /** @throws CasebookError source.* in one sentence */
  read(file: FileToRead): Article[] | Promise<Article[]>
}

/** The first bytes as Latin letters, for telling formats apart. */
export function beginning(bytes: Uint8Array, length = 1_024): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1')
}

export function endingOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
