import type { Highlight } from '#contract/highlights.ts'
import { textOfProse } from '#contract/prose.ts'
import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const showCommand: AddCommand = (program, terminal) => {
  program
    .command('show')
    .description('show a source with its zones and highlights')
    .argument('<FILE>', 'the casebook')
    .argument('<SOURCE>', "a source's id, path, file name or sha256:…")
    .option('--json', 'as JSON')
    .action(async (file: string, what: string, flags: { json?: true }) => {
      const shown = await withReader(file, async (engine) => {
        const { id } = await engine.ask('sources.find', { what })
        const { source, text, zones, structure } = await engine.ask('sources.read', { id })
        const { items } = await engine.ask('highlights.list', { source: id })
        return { ...source, text, zones, structure, highlights: items.map(flatten) }
      })
      if (flags.json === true) return printJson(terminal, shown)
      terminal.out(`${shown.title ?? `(${shown.label})`}\n`)
      const facts = [
        shown.publisher,
        shown.author,
        shown.dateline,
        shown.published ?? 'n.d.',
        `${shown.words} words`,
      ]
      terminal.out(`${facts.filter((fact) => fact !== null).join(' · ')}\n\n${shown.text}\n`)
      if (shown.highlights.length > 0) terminal.out('\nHighlights\n')
      for (const { id, start, end, quote, tags, note } of shown.highlights) {
        const said = [tags.map((tag) => `#${tag}`).join(' '), note ?? '']
          .filter((words) => words !== '')
          .join(' — ')
        terminal.out(`${id}  ${start}–${end}  ${quote}${said === '' ? '' : `  [${said}]`}\n`)
      }
    })
}

/** One stretch from the first word to the last, where a mark has gaps; its passages stand beside it. */
function flatten(highlight: Highlight) {
  const { id, passages, entities, tags, note, type, anchoring } = highlight
  return {
    id,
    start: passages[0]?.start ?? 0,
    end: passages.at(-1)?.end ?? 0,
    quote: passages.map(({ quote }) => quote).join(' […] '),
    entities,
    tags,
    note: note === null ? null : textOfProse(note),
    type,
    passages: passages.map(({ start, end, quote }) => ({ start, end, quote })),
    anchoring,
  }
}
