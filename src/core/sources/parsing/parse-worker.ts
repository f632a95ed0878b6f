import { parentPort } from 'node:worker_threads'
import { CasebookError } from '#contract/failure.ts'
import { type ParseRequest, parseFile } from './parse-file.ts'
import type { ParseAnswer } from './parser.ts'

/** The far side of `parser.ts`: takes one file apart after the other, in a thread with limits of its own. */

if (parentPort === null) throw new Error('parse-worker.ts runs as a worker only')
const port = parentPort

let last: Promise<void> = Promise.resolve()

// One after the other: the other side counts on the order, and on the limits being one file's.
port.on('message', (request: ParseRequest) => {
  last = last.then(async () => port.postMessage(await parse(request)))
})

async function parse(request: ParseRequest): Promise<ParseAnswer> {
  try {
    return { ok: true, file: await parseFile(request) }
  } catch (error) {
    if (error instanceof CasebookError) return { ok: false, failure: error.toFailure() }
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return {
      ok: false,
      failure: {
        code: 'source.damaged',
        message: 'The file is damaged: it could not be taken apart.',
        about: { reason },
      },
    }
  }
}
