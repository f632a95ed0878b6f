import type { AddCommand } from '../casebook.ts'
import { printJson, printTable } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const entitiesCommand: AddCommand = (program, terminal) => {
  program
    .command('entities')
    .description('list the entities')
    .argument('<FILE>', 'the casebook')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { json?: true }) => {
      const { items } = await withReader(file, (engine) => engine.ask('entities.list', {}))
      if (flags.json === true) return printJson(terminal, items)
      const rows = items.map(({ id, type, mentions, name, aliases }) => [
        id,
        type,
        String(mentions),
        [name, ...aliases].join(' · '),
      ])
      printTable(terminal, ['ID', 'TYPE', 'MENTIONS', 'NAME'], rows)
    })
}
