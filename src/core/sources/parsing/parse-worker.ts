import { parentPort, workerData } from 'node:worker_threads'
import { CasebookError } from '#contract/failure.ts'
import { OutgoingParts } from './outgoing-parts.ts'
import { parseArticles } from './parse-file.ts'
import type { ParseAnswer, ParseOrder } from './parser-thread.ts'
import { PartRoom } from './part-room.ts'
import { readWholeFile } from './read-file.ts'

/** The far side of `parser-thread.ts`: takes one file apart after the other, in a thread with limits of its own. */

if (parentPort === null) throw new Error('parse-worker.ts runs as a worker only')
const port = parentPort
// What `parser-thread.ts` gives every worker.
const room = new PartRoom(workerData as SharedArrayBuffer)

let last: Promise<void> = Promise.resolve()

// One after the other: the other side counts on the order, and on the limits being one file's.
port.on('message', (order: ParseOrder) => {
  last = last.then(async () => port.postMessage(await parse(order)))
})

async function parse({ content, ...file }: ParseOrder): Promise<ParseAnswer> {
  try {
    const bytes = content instanceof Uint8Array ? content : readWholeFile(content)
    const parts = new OutgoingParts((part) => {
      port.postMessage({ ok: true, part } satisfies ParseAnswer)
      room.enter()
    })
    const { facts, ...leftOut } = await parseArticles({ ...file, bytes }, parts)
    return { ok: true, part: parts.last(facts, leftOut) }
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
