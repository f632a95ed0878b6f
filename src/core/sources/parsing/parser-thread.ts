import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CasebookError, type Failure } from '#contract/failure.ts'
import type { PackedPart } from './packed-file.ts'
import type { ParseRequest } from './parse-file.ts'
import { PartRoom } from './part-room.ts'
import type { FileOnDisk } from './read-file.ts'

/**
 * A thread that takes files apart, one at a time, with a limit of time and of memory: a file that breaks it is one failed file, and
 * the next one gets a new thread. The next few lie ready for it, so that neither side waits for the other.
 */

export type ParseAnswer =
  | { readonly ok: true; readonly part: PackedPart }
  | { readonly ok: false; readonly failure: Failure }

/** A file to take apart: its bytes, or where it lies, to be read by the thread. */
export interface ParseOrder extends Omit<ParseRequest, 'bytes'> {
  readonly content: Uint8Array | FileOnDisk
}

export interface ParserLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

// As source this file lies beside the worker's; in the built program both are files of one folder.
export const workerFile = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'parse-worker.ts' : 'parse-worker.js',
)

interface Waiting {
  readonly order: ParseOrder
  readonly size: number
  readonly takePart: TakePart
  resolve(last: PackedPart): void
  reject(failure: CasebookError): void
}

/** Answers once it is done with a part; a file whose parts are not taken is not taken apart any further. */
export type TakePart = (part: PackedPart) => Promise<void>

/** So much lies ready for the thread, that it need not wait for this one; more would only fill the memory. */
const readyBytes = 4 * 1024 * 1024

export class ParserThread {
  readonly #limits: ParserLimits
  readonly #file: string
  #worker: Worker | null = null
  #room = new PartRoom()
  /** In the order of asking: the thread works on the first, and has the first few already. */
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #posted = 0
  #postedBytes = 0
  #timer: NodeJS.Timeout | null = null

  constructor(given: ParserLimits, file: string) {
    this.#limits = given
    this.#file = file
  }

  /** How many files it has not answered for yet, and their bytes. */
  get waiting(): { readonly files: number; readonly bytes: number } {
    return { files: this.#waiting.length, bytes: this.#waitingBytes }
  }

  /**
   * Waits for the files before it.
   * @returns its last part; those before it were given to `takePart`
   * @throws CasebookError source.*, also after some parts: those are whole articles
   */
  parse(order: ParseOrder, takePart: TakePart): Promise<PackedPart> {
    const { promise, resolve, reject } = Promise.withResolvers<PackedPart>()
    const { content } = order
    const size = content instanceof Uint8Array ? content.length : content.size
    this.#waiting.push({ order, size, takePart, resolve, reject })
    this.#waitingBytes += size
    this.#goOn()
    return promise
  }

  #goOn(): void {
    if (this.#waiting.length === 0) {
      // An idle thread must not keep a terminal command from ending.
      this.#worker?.unref()
      return
    }
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    // While there is no room for what it has read, it is not the file that takes long.
    if (!this.#room.isFull)
      this.#timer ??= setTimeout(() => this.#giveUp(worker, this.#tookTooLong()), this.#limits.milliseconds)
    for (let next = this.#waiting[this.#posted]; next !== undefined; next = this.#waiting[this.#posted]) {
      if (this.#posted > 0 && this.#postedBytes + next.size > readyBytes) break
      worker.postMessage(next.order)
      this.#posted += 1
      this.#postedBytes += next.size
    }
  }

  #start(): Worker {
    this.#room = new PartRoom()
    const worker = new Worker(this.#file, {
      workerData: this.#room.shared,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.megabytes,
        // Files come and go: left alone, the room for what is short-lived grows with their number.
        maxYoungGenerationSizeMb: 24,
        stackSizeMb: 16,
      },
      // Libraries complain of broken files there; what matters comes as an answer. Nobody reads it: who did would keep the
      // program from ending, however idle the thread.
      stderr: true,
    })
    worker.on('message', (answer: ParseAnswer) => this.#take(worker, answer))
    worker.on('error', (error) => this.#giveUp(worker, this.#died(error)))
    worker.on('exit', () => this.#giveUp(worker, this.#died(null)))
    return worker
  }

  #take(worker: Worker, answer: ParseAnswer): void {
    if (this.#worker !== worker) return
    if (answer.ok && !answer.part.isLast) {
      this.#takePart(answer.part)
      return
    }
    const first = this.#next()
    this.#posted -= 1
    this.#postedBytes -= first?.size ?? 0
    if (answer.ok) first?.resolve(answer.part)
    else first?.reject(CasebookError.from(answer.failure))
    this.#goOn()
  }

  /** Every part is a sign of life: the time of the next one begins with the room for it. */
  #takePart(part: PackedPart): void {
    this.#stopTimer()
    const [first] = this.#waiting
    if (first !== undefined) void this.#waitForRoom(first.takePart(part), this.#room)
    this.#goOn()
  }

  async #waitForRoom(taken: Promise<void>, room: PartRoom): Promise<void> {
    await taken
    room.leave()
    this.#goOn()
  }

  #giveUp(worker: Worker, failure: CasebookError): void {
    // The end of a thread that was given up already concerns nobody.
    if (this.#worker !== worker) return
    this.#worker = null
    // What lay ready for it is asked of the next thread again.
    this.#posted = 0
    this.#postedBytes = 0
    void worker.terminate()
    this.#next()?.reject(failure)
    this.#goOn()
  }

  /** The file that the thread was at; the time of the one behind it begins now. */
  #next(): Waiting | undefined {
    this.#stopTimer()
    const first = this.#waiting.shift()
    this.#waitingBytes -= first?.size ?? 0
    return first
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #tookTooLong(): CasebookError {
    const seconds = this.#limits.milliseconds / 1_000
    return new CasebookError(
      'source.timeout',
      `The file could not be taken apart within ${seconds} seconds.`,
      { seconds },
    )
  }

  #died(error: unknown): CasebookError {
    const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    return outOfMemory
      ? new CasebookError(
          'source.too-large',
          `Taking the file apart needed more than ${this.#limits.megabytes} MB of memory.`,
          { megabytes: this.#limits.megabytes },
        )
      : new CasebookError(
          'source.damaged',
          'The file broke the program that takes files apart.',
          {},
          { cause: error },
        )
  }
}
