import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress } from '#contract/engine.ts'
import { CasebookError, type Failure } from '#contract/failure.ts'
import type { Handlers, Job } from '../handlers.ts'

/**
 * Search in a thread beside the engine, on a connection of its own: it never waits for an import, and an import never for it. One
 * question is answered at a time; those still waiting when they are called off (a newer keystroke) are never asked, and the one
 * that is being answered breaks off at its next step. A list of queries may take minutes: it has a thread to itself for so long, and nobody
 * waits for it.
 */
export interface SearchAside {
  readonly handlers: Pick<Handlers, SearchCall>
  /** Before the casebook closes: as long as somebody reads, it cannot become one whole file. */
  readonly close: () => Promise<void>
}

export type SearchCall =
  | 'search.run'
  | 'search.inSource'
  | 'search.entities'
  | 'search.names'
  | 'search.titles'
  | 'search.news'
  | 'search.runList'

/** What the thread is started with. `calledOff`: its one number is 1 while the running question is called off. */
export interface AsideSetting {
  readonly path: string
  readonly calledOff: Int32Array<SharedArrayBuffer>
}

export interface AsideQuestion {
  readonly name: SearchCall
  readonly input: unknown
}

/** `fault`: something that nobody expected, for the engine's log. */
export type AsideAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure }
  | { readonly ok: false; readonly fault: string }

/** What the thread says: how far it is, any number of times, then the answer. */
export type AsideMessage = { readonly progress: Progress } | AsideAnswer

// As source this file lies beside the worker's; in the built program both are files of one folder.
const workerFile = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'search-worker.ts' : 'search-worker.js',
)

/** The thread starts with the first question. `path`: the casebook's file. */
export function searchAside(path: string): SearchAside {
  const thread = new SearchThread(path)
  return {
    handlers: {
      'search.run': (_, input, job) => thread.ask('search.run', input, job),
      'search.inSource': (_, input, job) => thread.ask('search.inSource', input, job),
      'search.entities': (_, input, job) => thread.ask('search.entities', input, job),
      'search.names': (_, input, job) => thread.ask('search.names', input, job),
      'search.titles': (_, input, job) => thread.ask('search.titles', input, job),
      'search.news': (_, input, job) => thread.ask('search.news', input, job),
      'search.runList': async (_, input, job) => {
        const own = new SearchThread(path)
        try {
          return await own.ask('search.runList', input, job)
        } finally {
          await own.close()
        }
      },
    },
    close: () => thread.close(),
  }
}

class SearchThread {
  readonly #setting: AsideSetting
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(path: string) {
    this.#setting = { path, calledOff: new Int32Array(new SharedArrayBuffer(4)) }
  }

  /** The worker answers a call with what the contract says it answers: it runs the same handlers. */
  ask<T>(name: SearchCall, input: unknown, job: Job): Promise<T> {
    const mine = this.#last.then(() => {
      if (job.signal.aborted) throw new CasebookError('job.cancelled', 'A newer search took its place.')
      return this.#askNow({ name, input }, job)
    })
    this.#last = mine.catch(() => {})
    return mine as Promise<T>
  }

  async close(): Promise<void> {
    await this.#last
    const worker = this.#worker
    this.#worker = null
    if (worker === null) return
    const { promise, resolve } = Promise.withResolvers<unknown>()
    worker.once('exit', resolve)
    // A program with nothing else to do would end before the thread has.
    worker.ref()
    worker.postMessage(null)
    await promise
  }

  async #askNow(question: AsideQuestion, { signal, progress }: Job): Promise<unknown> {
    const worker = (this.#worker ??= this.#start())
    const { promise, resolve, reject } = Promise.withResolvers<AsideAnswer>()
    const listen = (message: AsideMessage) =>
      'progress' in message ? progress(message.progress) : resolve(message)
    const callOff = () => void Atomics.store(this.#setting.calledOff, 0, 1)
    Atomics.store(this.#setting.calledOff, 0, 0)
    signal.addEventListener('abort', callOff, { once: true })
    worker.ref()
    worker.on('message', listen)
    worker.once('error', reject)
    try {
      worker.postMessage(question)
      const answer = await promise
      if (answer.ok) return answer.value
      throw 'fault' in answer ? new Error(answer.fault) : CasebookError.from(answer.failure)
    } finally {
      signal.removeEventListener('abort', callOff)
      worker.off('message', listen)
      worker.off('error', reject)
      // An idle thread must not keep a program from ending.
      worker.unref()
    }
  }

  #start(): Worker {
    const worker = new Worker(workerFile, { workerData: this.#setting })
    // A thread that died is replaced with the next question; the one that was running is told by its own listener.
    worker.on('error', () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }
}
