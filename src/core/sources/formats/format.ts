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
  /**
   * Hands over one article of the file as soon as it is read, so that a file of very many is never in memory as a whole. Those that
   * `read` returns come behind them. Once one was handed over, the file must not turn out to be broken any more.
   */
  readonly handOver: (article: Article) => void
  /** Tells how many articles will be handed over at most, for whoever waits. */
  readonly expect: (articles: number) => void
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
  /** @returns the articles that were not handed over before. @throws CasebookError source.* in one sentence */
  read(file: FileToRead): Article[] | Promise<Article[]>
}

/** The first bytes as Latin letters, for telling formats apart. */
export function beginning(bytes: Uint8Array, length = 1_024): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1')
}

export function endingOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
