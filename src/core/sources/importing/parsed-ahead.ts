import { CasebookError } from '#contract/failure.ts'
import type { ImportOptions } from '#contract/importing.ts'
import type { PackedFile, PackedPart } from '../parsing/packed-file.ts'
import { type ParseOrder, parser } from '../parsing/parser.ts'
import type { GatheredFile } from './gather.ts'
import { PartsOfFile } from './parts-of-file.ts'

/**
 * So much is read and parsed while others are recorded: enough to keep the parser busy while a batch is committed, and no more than
 * memory holds with ease, whatever the size of the files.
 */
const aheadFiles = 512
const aheadBytes = 4 * 1024 * 1024

interface UnderWay {
  readonly size: number
  readonly parts: PartsOfFile
}

/** What is in each file, in order; those behind it are already under way. */
export class ParsedAhead {
  readonly #files: readonly GatheredFile[]
  readonly #optionsFor: (file: GatheredFile) => ImportOptions
  readonly #underWay: UnderWay[] = []
  #next = 0
  #bytes = 0

  constructor(files: readonly GatheredFile[], optionsFor: (file: GatheredFile) => ImportOptions) {
    this.#files = files
    this.#optionsFor = optionsFor
  }

  /** The parts of the next file. @throws CasebookError source.* in one sentence that says why not, maybe after some parts */
  async *next(): AsyncGenerator<PackedPart, void, undefined> {
    this.#startMore()
    const first = this.#underWay.shift()
    if (first === undefined) throw new RangeError('all files were taken apart already')
    try {
      yield* first.parts.inTurn()
    } finally {
      this.#bytes -= first.size
    }
  }

  /** Nothing waits any more for what is under way to be taken. */
  stop(): void {
    for (const { parts } of this.#underWay) parts.stop()
  }

  #startMore(): void {
    const isFull = () => this.#underWay.length >= aheadFiles || this.#bytes >= aheadBytes
    while (this.#underWay.length === 0 || !isFull()) {
      const file = this.#files[this.#next]
      if (file === undefined) return
      const started = startParsing(file, this.#optionsFor(file))
      this.#underWay.push(started)
      this.#bytes += started.size
      this.#next += 1
    }
  }
}

function startParsing(file: GatheredFile, options: ImportOptions): UnderWay {
  try {
    const content = file.content()
    const size = content instanceof Uint8Array ? content.length : content.size
    const order = orderOf(file, content, options)
    return {
      size,
      parts: new PartsOfFile(async (takePart) => {
        const takeWarned = (part: PackedPart) => takePart(withWarnings(file, part))
        return withWarnings(file, await parser.parseInParts(order, takeWarned))
      }),
    }
  } catch (error) {
    if (!isOfTheFile(error)) throw error
    return { size: 0, parts: new PartsOfFile(() => Promise.reject(error)) }
  }
}

/** What is wrong with a file is its outcome; all else ends the import. */
export function isOfTheFile(error: unknown): error is CasebookError {
  return error instanceof CasebookError && error.code.startsWith('source.')
}

/** @throws CasebookError source.* in one sentence that says why not */
export async function parseOne(file: GatheredFile, options: ImportOptions): Promise<PackedFile> {
  return withWarnings(file, await parser.parse(orderOf(file, file.content(), options)))
}

function orderOf(
  { name, pasted, storedPath }: GatheredFile,
  content: ParseOrder['content'],
  options: ImportOptions,
): ParseOrder {
  const label = storedPath === null ? null : name.replace(/\.[^.]+$/, '')
  return { name, content, pasted, options, label }
}

function withWarnings<P extends Pick<PackedPart, 'articles'>>({ warnings }: GatheredFile, part: P): P {
  if (warnings.length === 0) return part
  const articles = part.articles.map((one) => ({ ...one, warnings: [...warnings, ...one.warnings] }))
  return { ...part, articles }
}
