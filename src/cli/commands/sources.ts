import type { AddCommand } from '../casebook.ts'
import { printJson, printTable } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const sourcesCommand: AddCommand = (program, terminal) => {
  program
    .command('sources')
    .description('list the sources')
    .argument('<FILE>', 'the casebook')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { json?: true }) => {
      const { items } = await withReader(file, (engine) => engine.ask('sources.list', {}))
      if (flags.json === true) return printJson(terminal, items)
      const rows = items.map(({ id, published, publisher, author, words, title, label }) => [
        id,
        published ?? 'n.d.',
        publisher ?? '',
        author ?? '',
        String(words),
        title ?? `(${label})`,
      ])
      printTable(terminal, ['ID', 'PUBLISHED', 'PUBLISHER', 'AUTHOR', 'WORDS', 'TITLE'], rows)
    })
}
