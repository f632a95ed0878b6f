import { Command, CommanderError } from 'commander'
import { CasebookError, type FailureCode } from '#contract/failure.ts'
import { annotateCommand } from './commands/annotate.ts'
import { annotationsCommand } from './commands/annotations.ts'
import { backupCommand } from './commands/backup.ts'
import { briefCommand } from './commands/brief.ts'
import { briefsCommand } from './commands/briefs.ts'
import { checkCommand } from './commands/check.ts'
import { copiesCommand } from './commands/copies.ts'
import { editCommand } from './commands/edit.ts'
import { entitiesCommand } from './commands/entities.ts'
import { entityCommand } from './commands/entity.ts'
import { exportCommand } from './commands/export.ts'
import { historyCommand } from './commands/history.ts'
import { importCommand } from './commands/import.ts'
import { marksCommand } from './commands/marks.ts'
import { newCommand } from './commands/new.ts'
import { queriesCommand } from './commands/queries.ts'
import { reanchorCommand } from './commands/reanchor.ts'
import { searchCommand } from './commands/search.ts'
import { serveCommand } from './commands/serve.ts'
import { settingsCommand } from './commands/settings.ts'
import { showCommand } from './commands/show.ts'
import { sourcesCommand } from './commands/sources.ts'
import { traceCommand } from './commands/trace.ts'
import { redoCommand, undoCommand } from './commands/undo.ts'
import { type ExitCode, exitCodes, realTerminal, type Terminal } from './terminal.ts'

/** The engine at a terminal: one file per command, each of which adds itself to the program. */

/** A command tells by `done` how it ended. */
export type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void

const commands: readonly AddCommand[] = [
  newCommand,
  importCommand,
  sourcesCommand,
  showCommand,
  editCommand,
  settingsCommand,
  marksCommand,
  reanchorCommand,
  searchCommand,
  copiesCommand,
  traceCommand,
  queriesCommand,
  entitiesCommand,
  entityCommand,
  annotateCommand,
  annotationsCommand,
  briefsCommand,
  briefCommand,
  exportCommand,
  undoCommand,
  redoCommand,
  historyCommand,
  checkCommand,
  backupCommand,
  serveCommand,
]

/** Runs one command line. @returns the exit code: 0 done, 1 fault, 2 wrong usage or bad input, 3 done in part */
export async function runCasebook(args: readonly string[], terminal?: Terminal): Promise<ExitCode> {
  const stop = new AbortController()
  const onInterrupt = () => stop.abort()
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt)
  try {
    return await runOn(args, terminal ?? realTerminal(stop.signal))
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt)
  }
}

async function runOn(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const program = new Command('casebook')
    .description('A research notebook at the terminal. FILE is a casebook: name.casebook.')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('(casebook COMMAND --help tells more)')
  for (const add of commands) {
    add(program, terminal, (told) => {
      code = told
    })
  }
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return explain(error, terminal)
  }
}

function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput
  if (error instanceof CasebookError) {
    terminal.err(`casebook: ${error.message}\n`)
    return faults.has(error.code) ? exitCodes.fault : exitCodes.badInput
  }
  terminal.err(
    `casebook: a fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return exitCodes.fault
}

/** Failures that no other input would have avoided. */
const faults: ReadonlySet<FailureCode> = new Set([
  'engine.fault',
  'disk.full',
  'disk.failed',
  'connection.lost',
])
