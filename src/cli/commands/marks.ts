import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const marksCommand: AddCommand = (program, terminal) => {
  program
    .command('marks')
    .description('list the highlights of the casebook, or of one source')
    .argument('<FILE>', 'the casebook')
    .option('--source <SOURCE>', "a source's id, path, file name or sha256:…")
    .option('--orphans', 'only those whose words are not found on a newer version of their source')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { source?: string; orphans?: true; json?: true }) => {
      const marks = await withReader(file, async (engine) => {
        const source =
          flags.source === undefined
            ? undefined
            : (await engine.ask('sources.find', { what: flags.source })).id
        const { items } = await engine.ask('highlights.list', {
          ...(source !== undefined && { source }),
          ...(flags.orphans === true && { state: 'orphan' as const }),
        })
        return items
      })
      if (flags.json === true) return printJson(terminal, marks)
      for (const { id, source, passages, anchoring } of marks) {
        const quote = passages.map((passage) => passage.quote).join(' […] ')
        terminal.out(
          `${id}  ${source} ${passages[0]?.start ?? ''}  ${anchoring.state}  ${quote.replaceAll(/\s+/g, ' ')}\n`,
        )
      }
    })
}
