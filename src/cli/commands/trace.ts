import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

/** Offsets are UTF-16 code units: of `asked` on the words as given, the others on the source's text, as `show` prints it. */
export const traceCommand: AddCommand = (program, terminal) => {
  program
    .command('trace')
    .description('find where words come from')
    .argument('<FILE>', 'the casebook')
    .requiredOption('--text <WORDS>', 'a sentence or more')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { text: string; json?: true }) => {
      const { items } = await withReader(file, (engine) => engine.ask('sources.trace', { text: flags.text }))
      if (flags.json === true) return printJson(terminal, items)
      for (const { source, title, published, share, start, end, runs } of items) {
        terminal.out(
          `${source}  ${Math.round(share * 100)} %  ${start}–${end}  ${title} (${published ?? 'n.d.'})\n` +
            `    ${runs.map(({ quote }) => quote.replaceAll(/\s+/g, ' ')).join(' […] ')}\n`,
        )
      }
      if (items.length === 0) terminal.err('No source has these words.\n')
    })
}
