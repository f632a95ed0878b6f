import type { Problem } from '#contract/casebook.ts'
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
        terminal.err(`${verdictOn(problems)}\n`)
      }
      done(ok ? exitCodes.done : exitCodes.fault)
    })
}

function verdictOn(problems: readonly Problem[]): string {
  const left = problems.filter(({ repaired }) => !repaired)
  if (left.length === 0) return 'The casebook is whole.'
  return left.every(({ kind }) => kind === 'index')
    ? 'Nothing of your work is lost: close the program that has the casebook open, and run this again to mend it.'
    : 'Something is wrong that cannot be rebuilt: open a backup.'
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
