import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Engine } from '#contract/engine.ts'
import { CasebookError, type Failure } from '#contract/failure.ts'
import { createCasebook, openCasebook, stayingOpen } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { makeSampleCasebook } from '#core/sample.ts'
import { serveEngine } from '#wire/serve-engine.ts'
import type { EngineStart } from './engine-messages.ts'
import { linkToHost } from './host-link.ts'

/**
 * The process that holds one casebook for one window: the only file of the desktop that touches the engine. It ends when
 * main asks for it or is gone, after what the pages still had to say.
 */

/** How long the last words of a page that is closing may take to arrive. */
const lastWordsMs = 3_000

async function run(start: EngineStart): Promise<void> {
  const link = linkToHost()
  let close: () => void = () => process.exit(1)
  link.onCloseRequest(() => close())
  let engine: Engine
  try {
    engine = await open(start)
  } catch (cause) {
    link.report({ kind: 'failed', failure: asFailure(cause) })
    return
  }

  const pages = new Set<Promise<void>>()
  link.onConnection((port) => {
    serveEngine(port, engine)
    const gone = new Promise<void>((resolve) => port.onClose(resolve))
    pages.add(gone)
    void gone.then(() => pages.delete(gone))
  })
  close = () => {
    // A page says its last words before its port closes: what the analyst typed a moment ago is among them.
    void Promise.race([Promise.all(pages), wait(lastWordsMs)])
      .then(() => engine.close())
      .finally(() => process.exit(0))
  }
  link.report({ kind: 'opened' })
}

async function open({ path, as, readOnly }: EngineStart): Promise<Engine> {
  const outside = realOutside('Casebook (desktop)')
  if (as === 'new') return createCasebook(path, { outside, ...stayingOpen })
  if (as === 'sample' && !existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    await makeSampleCasebook(path, outside)
  }
  return openCasebook(path, { outside, readOnly, ...stayingOpen })
}

/** Anything but an expected failure is a fault of the program: its cause goes to the log, a sentence to the analyst. */
function asFailure(cause: unknown): Failure {
  if (cause instanceof CasebookError) return cause.toFailure()
  process.stderr.write(
    `casebook: fault: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  )
  const reason = cause instanceof Error ? cause.message : String(cause)
  return { code: 'engine.fault', message: `Casebook’s engine could not start (${reason}).`, about: {} }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

// Main wrote the argument a moment ago, in this form.
void run(JSON.parse(process.argv[2] ?? '') as EngineStart)
