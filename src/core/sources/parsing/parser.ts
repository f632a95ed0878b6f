import { availableParallelism } from 'node:os'
import { joinParts, type PackedFile, type PackedPart } from './packed-file.ts'
import {
  type ParseOrder,
  type ParserLimits,
  ParserThread,
  type TakePart,
  workerFile,
} from './parser-thread.ts'

export type { ParseOrder } from './parser-thread.ts'

const limits: ParserLimits = { milliseconds: 60_000, megabytes: 1_024 }

/** More would only wait for the thread that writes. */
const mostThreads = 2

/** With fewer files than this, starting another thread takes longer than it helps. */
const worthAnother = 48

/**
 * Files are taken apart in threads beside the engine, which serve all casebooks of the process. A few files have one thread; where many
 * wait, the next one goes to the thread that has least to do.
 */
export class Parser {
  readonly #threads: readonly ParserThread[]

  constructor(given: ParserLimits = limits, file = workerFile, threads = fittingThreads()) {
    this.#threads = Array.from({ length: threads }, () => new ParserThread(given, file))
  }

  /** What was asked for first may be answered last. @throws CasebookError source.* */
  async parse(order: ParseOrder): Promise<PackedFile> {
    const parts: PackedPart[] = []
    const last = await this.parseInParts(order, async (part) => void parts.push(part))
    return joinParts([...parts, last])
  }

  /**
   * Each part as it comes, the last as the answer.
   * @throws CasebookError source.*, also after some parts: those are whole articles
   */
  parseInParts(order: ParseOrder, takePart: TakePart): Promise<PackedPart> {
    const [first, ...others] = this.#threads
    if (first === undefined) throw new RangeError('a parser needs a thread')
    let freest = first
    if (first.waiting.files >= worthAnother)
      for (const thread of others) if (thread.waiting.bytes < freest.waiting.bytes) freest = thread
    return freest.parse(order, takePart)
  }
}

function fittingThreads(): number {
  return Math.min(mostThreads, availableParallelism())
}

/** The process's own. */
export const parser = new Parser()
