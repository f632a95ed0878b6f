import { resolve } from 'node:path'
import type { AddCommand } from '../casebook.ts'
import { withProgress } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const backupCommand: AddCommand = (program, terminal) => {
  program
    .command('backup')
    .description('make a verified copy, also while the casebook is in use')
    .argument('<FILE>', 'the casebook')
    .argument('<DEST>', 'the copy to make')
    .action(async (file: string, dest: string) => {
      const { path, bytes } = await withReader(file, (engine) =>
        withProgress(terminal, (onProgress) =>
          engine.ask('casebook.backup', { to: resolve(dest) }, { onProgress, signal: terminal.stop }),
        ),
      )
      terminal.err(`Copied to ${path} (${bytes} bytes), and read it back.\n`)
    })
}
