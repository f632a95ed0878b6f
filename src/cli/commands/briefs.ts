import type { AddCommand } from '../casebook.ts'
import { printJson, printTable } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const briefsCommand: AddCommand = (program, terminal) => {
  program
    .command('briefs')
    .description('list the briefs')
    .argument('<FILE>', 'the casebook')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { json?: true }) => {
      const { items } = await withReader(file, (engine) => engine.ask('briefs.list', {}))
      if (flags.json === true) return printJson(terminal, items)
      const rows = items.map(({ id, words, citations, changed, title }) => [
        id,
        String(words),
        String(citations),
        changed.slice(0, 10),
        title,
      ])
      printTable(terminal, ['ID', 'WORDS', 'CITATIONS', 'CHANGED', 'TITLE'], rows)
    })
}
