import { parentPort, workerData } from 'node:worker_threads'
import type { CancelSignal } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import { Casebook } from '../casebook/casebook.ts'
import type { Job } from '../handlers.ts'
import { realOutside } from '../real-outside.ts'
import { warmHeavyWords } from './matching/heavy-words.ts'
import { warmVocabulary } from './matching/vocabulary.ts'
import {
  type AsideAnswer,
  type AsideMessage,
  type AsideQuestion,
  type AsideSetting,
  searchFunctions,
  searchHandlers,
} from './search.ts'

/** The thread of `search-aside.ts`: opens the casebook for reading, answers one question after the other, ends when told `null`. */

/**
 * After so long without a question, in milliseconds, what was asked for is kept for the next time, and the words are read in: the first
 * slip of the finger then costs nothing.
 */
const IDLE = 2_000

// Handed over by `search-aside.ts` alone.
const { path, calledOff } = workerData as AsideSetting

const casebook = Casebook.open(path, {
  outside: realOutside('Casebook (search)'),
  functions: searchFunctions,
  readOnly: true,
})
let idle = setTimeout(warm, IDLE)

parentPort?.on('message', (question: AsideQuestion | null) => {
  clearTimeout(idle)
  if (question !== null) {
    void reply(question)
    return
  }
  casebook.close()
  parentPort?.close()
})

async function reply(question: AsideQuestion): Promise<void> {
  say(await answer(question))
  idle = setTimeout(warm, IDLE)
}

/** Asked between two steps; the thread is too busy meanwhile to listen. */
const signal: CancelSignal = {
  get aborted() {
    return Atomics.load(calledOff, 0) === 1
  },
  addEventListener: () => {},
  removeEventListener: () => {},
}

/** Step by step: a question that comes meanwhile is answered before the next one. */
function warm(): void {
  const { store } = casebook
  if (warmHeavyWords(store) || warmVocabulary(store)) idle = setTimeout(warm)
}

function say(message: AsideMessage): void {
  parentPort?.postMessage(message)
}

async function answer({ name, input }: AsideQuestion): Promise<AsideAnswer> {
  try {
    // The table is typed call by call; the engine has parsed the input for the call of this name.
    const handler = searchHandlers[name] as (reading: Casebook, input: unknown, job: Job) => unknown
    const job: Job = { signal, progress: (progress) => say({ progress }) }
    return { ok: true, value: await handler(casebook, input, job) }
  } catch (error) {
    if (error instanceof CasebookError) return { ok: false, failure: error.toFailure() }
    return { ok: false, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
