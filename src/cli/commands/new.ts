import { createCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import type { AddCommand } from '../casebook.ts'

export const newCommand: AddCommand = (program, terminal) => {
  program
    .command('new')
    .description('make a new, empty casebook')
    .argument('<FILE>', 'the casebook to make: name.casebook')
    .action(async (file: string) => {
      await createCasebook(file, { outside: realOutside('Casebook (terminal)') }).close()
      terminal.err(`Made ${file}\n`)
    })
}
