import type { AddCommand } from '../casebook.ts'
import { printJson, withProgress } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

/** Offsets are UTF-16 code units on the source's text, as `show` prints it. */
export const copiesCommand: AddCommand = (program, terminal) => {
  program
    .command('copies')
    .description(
      'list the sentences, quotations and captions that several sources share: whole, or eleven words in a row (two rows of seven) of them',
    )
    .argument('<FILE>', 'the casebook')
    .option('--source <SOURCE>', "only what this one shares: a source's id, path, file name or sha256:…")
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { source?: string; json?: true }) => {
      const { items } = await withReader(file, async (engine) => {
        const source =
          flags.source === undefined
            ? undefined
            : (await engine.ask('sources.find', { what: flags.source })).id
        return await withProgress(terminal, (onProgress) =>
          engine.ask('sources.shared', source === undefined ? {} : { source }, {
            onProgress,
            signal: terminal.stop,
          }),
        )
      })
      if (flags.json === true) return printJson(terminal, items)
      for (const { text, occurrences } of items) {
        terminal.out(`${text.replaceAll(/\s+/g, ' ')}\n`)
        for (const { source, start, end } of occurrences) terminal.out(`    ${source} ${start}–${end}\n`)
      }
      if (items.length === 0) terminal.err('No two sources share a sentence.\n')
    })
}
