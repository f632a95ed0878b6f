import type { Found, Wanted } from './find-words.ts'

/** How long a pattern may take, in milliseconds. Some never end: `(a+)+$`. */
const limit = 3_000

/**
 * Finds a pattern in a worker of its own, so that one without end takes neither the page nor more than its time. Aborting
 * ends it; the answer is then of no interest.
 */
export function findPatternAside(text: string, wanted: Wanted, signal: AbortSignal): Promise<Found> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })
    const finish = (found: Found) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(found)
    }
    const timer = setTimeout(() => finish({ ok: false, message: 'This pattern takes too long.' }), limit)
    signal.addEventListener('abort', () => finish({ ok: true, spans: [], more: false }), { once: true })
    // Only find-worker.ts answers here.
    worker.addEventListener('message', ({ data }) => finish(data as Found))
    worker.addEventListener('error', () =>
      finish({ ok: false, message: 'The pattern could not be looked for.' }),
    )
    worker.postMessage({ text, wanted })
  })
}
