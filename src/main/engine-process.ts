import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Engine } from '#contract/engine.ts'
import { CasebookError, type Failure } from '#contract/failure.ts'
import { createCasebook, openCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { serveEngine } from '#wire/serve-engine.ts'
import type { EngineStart } from './engine-messages.ts'
import { linkToHost } from './host-link.ts'

/**
 * The process that holds one casebook for one window: the only file of the desktop that touches the engine. It ends when
 * main asks for it or is gone, after what the pages still had to say.
 */

/** How long the last words of a page that is closing may take to arrive. */
const lastWordsMs = 3_000

function run(start: EngineStart): void {
  const link = linkToHost()
  let engine: Engine
  try {
    engine = open(start)
  } catch (cause) {
    link.report({ kind: 'failed', failure: asFailure(cause) })
    link.onCloseRequest(() => process.exit(1))
    return
  }

  const pages = new Set<Promise<void>>()
  link.onConnection((port) => {
    serveEngine(port, engine)
    const gone = new Promise<void>((resolve) => port.onClose(resolve))
    pages.add(gone)
    void gone.then(() => pages.delete(gone))
  })
  link.onCloseRequest(() => {
    // A page says its last words before its port closes: what the analyst typed a moment ago is among them.
    void Promise.race([Promise.all(pages), wait(lastWordsMs)])
      .then(() => engine.close())
      .finally(() => process.exit(0))
  })
  link.report({ kind: 'opened' })
}

function open({ path, as, readOnly }: EngineStart): Engine {
  const options = { outside: realOutside('Casebook (desktop)'), readOnly }
  if (as === 'new') return createCasebook(path, options)
  if (as === 'sample' && !existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    return createCasebook(path, options)
  }
  return openCasebook(path, options)
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
run(JSON.parse(process.argv[2] ?? '') as EngineStart)
