import type { SharedText } from '#contract/copies.ts'
import type { Engine } from '#contract/engine.ts'
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
      const { items, names } = await withReader(file, async (engine) => {
        const source =
          flags.source === undefined
            ? undefined
            : (await engine.ask('sources.find', { what: flags.source })).id
        const { items } = await withProgress(terminal, (onProgress) =>
          engine.ask('sources.shared', source === undefined ? {} : { source }, {
            onProgress,
            signal: terminal.stop,
          }),
        )
        return {
          items,
          names: flags.json === true ? new Map<string, string>() : await namesOf(engine, items),
        }
      })
      if (flags.json === true) return printJson(terminal, items)
      for (const { text, occurrences } of items) {
        terminal.out(`${text.replaceAll(/\s+/g, ' ')}\n`)
        for (const { source, start, end } of occurrences)
          terminal.out(`    ${source}  ${start}–${end}  ${names.get(source) ?? ''}\n`)
      }
      if (items.length === 0) terminal.err('No two sources share a sentence.\n')
    })
}

/** What the sources are called, by id. */
async function namesOf(engine: Engine, items: readonly SharedText[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(items.flatMap(({ occurrences }) => occurrences.map(({ source }) => source)))
  const { items: found } = await engine.ask('search.titles', { ids: [...ids] })
  return new Map(found.map(({ id, name }) => [id, name]))
}
