import type { ImportReport } from '#contract/importing.ts'
import { watchFolder } from '#core/sources/sources.ts'
import type { Terminal } from './terminal.ts'

/**
 * Imports the paths, and then, until the world asks to stop, whatever is put there or changed there, as soon as it is whole.
 * Imports run one after the other; what comes during one is the next.
 * @param bringIn imports these paths and prints the report
 */
export async function importAndWatch(
  terminal: Terminal,
  paths: readonly string[],
  bringIn: (paths: readonly string[]) => Promise<ImportReport>,
): Promise<ImportReport[]> {
  const reports: ImportReport[] = []
  let last = Promise.resolve()
  const inTurn = (some: readonly string[]) => {
    last = last.then(async () => void reports.push(await bringIn(some)))
    return last
  }
  const log = ({ cause }: { cause?: unknown }) =>
    terminal.err(`casebook: ${cause instanceof Error ? cause.message : 'a folder could not be watched'}\n`)
  // Watched first, imported then: nothing that comes in between is missed.
  const watches = paths.map((path) => watchFolder(path, { existing: false, onFiles: inTurn, log }))
  try {
    await Promise.all(watches.map(({ ready }) => ready))
    await inTurn(paths)
    if (!terminal.stop.aborted) terminal.err('Watching. Ctrl+C stops.\n')
    await stopped(terminal.stop)
  } finally {
    await Promise.all(watches.map((watch) => watch.close()))
  }
  await last
  return reports
}

/** Resolves when the world asks to stop. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
