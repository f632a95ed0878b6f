import type { AddCommand } from '../casebook.ts'
import { withReader } from '../with-casebook.ts'
import { writeWhole } from '../write-file.ts'

export const annotationsCommand: AddCommand = (program, terminal) => {
  program
    .command('annotations')
    .description('write the highlights as W3C Web Annotations')
    .argument('<FILE>', 'the casebook')
    .requiredOption('--out <OUT>', 'the JSON-LD file to write')
    .option('--source <SOURCE>', 'of one source only')
    .action(async (file: string, flags: { out: string; source?: string }) => {
      const { content } = await withReader(file, async (engine) => {
        if (flags.source === undefined) return await engine.ask('exports.annotations', {})
        const { id } = await engine.ask('sources.find', { what: flags.source })
        return await engine.ask('exports.annotations', { source: id })
      })
      writeWhole(flags.out, content)
      terminal.err(`Wrote ${flags.out}\n`)
    })
}
