import { InvalidArgumentError } from 'commander'
import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withWriter } from '../with-casebook.ts'

export const undoCommand: AddCommand = (...args) =>
  addSwap('undo', 'take back the last steps', 'Undone', ...args)
export const redoCommand: AddCommand = (...args) =>
  addSwap('redo', 'do again what was undone', 'Redone', ...args)

function addSwap(
  name: 'undo' | 'redo',
  description: string,
  said: string,
  ...[program, terminal]: Parameters<AddCommand>
) {
  program
    .command(name)
    .description(description)
    .argument('<FILE>', 'the casebook')
    .option('--steps <N>', 'how many steps', oneOrMore, 1)
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { steps: number; json?: true }) => {
      const { steps } = await withWriter(file, (engine) =>
        engine.ask(`casebook.${name}`, { steps: flags.steps }),
      )
      if (flags.json === true) return printJson(terminal, { steps })
      for (const { title } of steps) terminal.out(`${said}: ${title}\n`)
    })
}

function oneOrMore(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('A whole number from 1 is needed.')
  return Number(text)
}
