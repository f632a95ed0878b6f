import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CasebookError, type Failure } from '#contract/failure.ts'
import type { ParsedFile, ParseRequest } from './parse-file.ts'

/**
 * Files are taken apart in a thread beside the engine, with a limit of time and of memory: a file that breaks it is one
 * failed file, and the next one gets a new thread. One thread serves all casebooks of the process, one file at a time.
 */

export type ParseAnswer =
  | { readonly ok: true; readonly file: ParsedFile }
  | { readonly ok: false; readonly failure: Failure }

export interface ParserLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

const limits: ParserLimits = { milliseconds: 60_000, megabytes: 1_024 }

// As source this file lies beside the worker's; in the built program both are files of one folder.
const workerFile = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'parse-worker.ts' : 'parse-worker.js',
)

export class Parser {
  readonly #limits: ParserLimits
  readonly #file: string
  #worker: Worker | null = null
  #waiting: { resolve(answer: ParseAnswer): void; reject(failure: CasebookError): void } | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(given: ParserLimits = limits, file = workerFile) {
    this.#limits = given
    this.#file = file
  }

  /** Waits for the files before it. @throws CasebookError source.* */
  parse(request: ParseRequest): Promise<ParsedFile> {
    const mine = this.#last.then(() => this.#parseNow(request))
    this.#last = mine.catch(() => {})
    return mine
  }

  async #parseNow(request: ParseRequest): Promise<ParsedFile> {
    const worker = (this.#worker ??= this.#start())
    const timer = setTimeout(() => this.#giveUp(worker, this.#tookTooLong()), this.#limits.milliseconds)
    worker.ref()
    try {
      const { promise, resolve, reject } = Promise.withResolvers<ParseAnswer>()
      this.#waiting = { resolve, reject }
      worker.postMessage(request)
      const answer = await promise
      if (answer.ok) return answer.file
      throw CasebookError.from(answer.failure)
    } finally {
      clearTimeout(timer)
      // An idle thread must not keep a terminal command from ending.
      worker.unref()
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#file, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes, stackSizeMb: 16 },
      // Libraries complain of broken files there; what matters comes as an answer.
      stderr: true,
    })
    worker.stderr.resume()
    worker.on('message', (answer: ParseAnswer) => this.#waiting?.resolve(answer))
    worker.on('error', (error) => this.#giveUp(worker, this.#died(error)))
    worker.on('exit', () => this.#giveUp(worker, this.#died(null)))
    return worker
  }

  #giveUp(worker: Worker, failure: CasebookError): void {
    // The end of a thread that was given up already concerns nobody.
    if (this.#worker !== worker) return
    this.#worker = null
    void worker.terminate()
    this.#waiting?.reject(failure)
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

/** The process's own. */
export const parser = new Parser()
