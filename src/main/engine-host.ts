import type { MessagePortMain } from 'electron'
import { CasebookError } from '#contract/failure.ts'
import { forkChildEngine } from './child-engine.ts'
import type { EngineReport, EngineStart } from './engine-messages.ts'
import { forkUtilityEngine } from './utility-engine.ts'

/** An engine's process, whichever kind: Electron's own, or a plain child under another Node. */
export interface EngineProcess {
  /** Gives the engine one end of a page's connection. */
  connect(port: MessagePortMain): void
  /** Asks the engine to finish what runs and to leave the file whole. */
  requestClose(): void
  onReport(listener: (report: EngineReport) => void): void
  onExit(listener: () => void): void
  kill(): void
}

/** The engine of one casebook, as its window sees it. */
export interface EngineHost {
  connect(port: MessagePortMain): void
  /** Resolves when the process has ended; its file is whole by then. */
  close(): Promise<void>
  readonly running: () => boolean
}

/** How long an engine may take to finish what runs; after that the journal in the file keeps what was acknowledged. */
const patienceMs = 20_000

/**
 * Starts the engine of one casebook.
 * @throws CasebookError where the file cannot be opened, with the engine's own sentence.
 */
export async function startEngine(start: EngineStart): Promise<EngineHost> {
  const process = forkEngine(start)
  let running = true
  const ended = new Promise<void>((resolve) => {
    process.onExit(() => {
      running = false
      resolve()
    })
  })
  await opened(process, ended, start.path)
  return {
    connect: (port) => process.connect(port),
    running: () => running,
    close: async () => {
      process.requestClose()
      const timer = setTimeout(() => process.kill(), patienceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

async function opened(process: EngineProcess, ended: Promise<void>, path: string): Promise<void> {
  const report = await Promise.race([
    new Promise<EngineReport>((resolve) => process.onReport(resolve)),
    ended.then(() => null),
  ])
  if (report?.kind === 'opened') return
  if (report?.kind === 'failed') throw CasebookError.from(report.failure)
  throw new CasebookError(
    'engine.fault',
    'Casebook’s engine ended before it had opened the file. The file was not changed.',
    { path },
  )
}

/**
 * `CASEBOOK_ENGINE_NODE` names a Node to run the engine under: for debugging it alone, and where Electron's own Node is
 * too old for the engine. An installed Casebook does not listen to it.
 */
function forkEngine(start: EngineStart): EngineProcess {
  const { env, defaultApp } = process
  if (defaultApp && env.CASEBOOK_ENGINE_NODE !== undefined)
    return forkChildEngine(env.CASEBOOK_ENGINE_NODE, start)
  return forkUtilityEngine(start)
}
