import { textOfProse } from '#contract/prose.ts'
import type { AddCommand } from '../casebook.ts'
import { findEntity } from '../find.ts'
import { printJson } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const entityCommand: AddCommand = (program, terminal) => {
  program
    .command('entity')
    .description('show an entity with every mention')
    .argument('<FILE>', 'the casebook')
    .argument('<ENTITY>', "an entity's id, name or alias")
    .option('--json', 'as JSON')
    .action(async (file: string, what: string, flags: { json?: true }) => {
      const { entity, mentions } = await withReader(file, async (engine) => {
        const found = await findEntity(engine, what)
        const { items } = await engine.ask('entities.mentions', { id: found.id })
        return { entity: found, mentions: items }
      })
      const notes = entity.notes === null ? null : textOfProse(entity.notes)
      if (flags.json === true) return printJson(terminal, { ...entity, notes, mentions })
      terminal.out(`${entity.name} (${entity.type})  ${entity.id}\n`)
      if (entity.aliases.length > 0) terminal.out(`also ${entity.aliases.join(', ')}\n`)
      if (notes !== null) terminal.out(`${notes}\n`)
      for (const { source, sourceTitle, start, context } of mentions) {
        terminal.out(`\n${sourceTitle}  ${source} ${start}\n  ${context.replaceAll(/\s+/g, ' ')}\n`)
      }
    })
}
