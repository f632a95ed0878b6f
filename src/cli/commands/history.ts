import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const historyCommand: AddCommand = (program, terminal) => {
  program
    .command('history')
    .description('list what was done, newest first')
    .argument('<FILE>', 'the casebook')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { json?: true }) => {
      const { steps } = await withReader(file, (engine) => engine.ask('casebook.history', { limit: 10_000 }))
      if (flags.json === true) return printJson(terminal, steps)
      for (const { at, title, state } of steps) {
        terminal.out(
          `${at.slice(0, 19).replace('T', ' ')}  ${state === 'undone' ? '(undone) ' : ''}${title}\n`,
        )
      }
    })
}
