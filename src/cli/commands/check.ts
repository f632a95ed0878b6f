import type { Engine } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { AddCommand } from '../casebook.ts'
import { exitCodes, printJson, type Terminal, withProgress } from '../terminal.ts'
import { withReader, withWriter } from '../with-casebook.ts'

export const checkCommand: AddCommand = (program, terminal, done) => {
  program
    .command('check')
    .description('verify the casebook, and mend what can be rebuilt')
    .argument('<FILE>', 'the casebook')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { json?: true }) => {
      const { ok, problems } = await checkFile(file, terminal)
      if (flags.json === true) printJson(terminal, { ok, problems })
      else {
        for (const { message, repaired } of problems)
          terminal.out(`${repaired ? 'mended ' : 'PROBLEM'} ${message}\n`)
        terminal.err(
          ok ? 'The casebook is whole.\n' : 'Something is wrong that cannot be rebuilt: open a backup.\n',
        )
      }
      done(ok ? exitCodes.done : exitCodes.fault)
    })
}

/** Where another program holds the file it is looked at, and not mended. */
async function checkFile(file: string, terminal: Terminal) {
  const check = (repair: boolean) => (engine: Engine) =>
    withProgress(terminal, (onProgress) =>
      engine.ask('casebook.check', { repair }, { onProgress, signal: terminal.stop }),
    )
  try {
    return await withWriter(file, check(true))
  } catch (error) {
    if (
      !(
        error instanceof CasebookError &&
        (error.code === 'casebook.held' || error.code === 'casebook.read-only')
      )
    )
      throw error
    terminal.err(`casebook: ${error.message} Nothing is mended.\n`)
    return await withReader(file, check(false))
  }
}
