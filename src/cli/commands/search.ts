import { InvalidArgumentError } from 'commander'
import type { SearchHit } from '#contract/search.ts'
import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'

export const searchCommand: AddCommand = (program, terminal) => {
  program
    .command('search')
    .description('search everything in the casebook')
    .argument('<FILE>', 'the casebook')
    .argument(
      '<QUERY>',
      'words, "phrases", OR, NOT, ( ), prefix*, title: publisher: author: published: entity: tag:',
    )
    .option('--limit <N>', 'how many hits', wholeNumber, 20)
    .option('--json', 'as JSON')
    .action(async (file: string, query: string, flags: { json?: true; limit: number }) => {
      const answer = await withReader(file, (engine) =>
        engine.ask('search.run', { query, limit: flags.limit }),
      )
      if (flags.json === true) return printJson(terminal, answer)
      if (answer.message !== null) terminal.err(`casebook: ${answer.message}\n`)
      terminal.out(`${answer.total} found\n`)
      for (const hit of answer.hits) terminal.out(describeHit(hit))
    })
}

function describeHit({ kind, id, title, publisher, published, passages, matches }: SearchHit): string {
  const facts = [publisher, published].filter((fact) => fact !== null).join(', ')
  const head = `\n${title}${facts === '' ? '' : ` (${facts})`}  ${kind === 'source' ? id : `${kind} ${id}`}\n`
  const lines = passages
    .slice(0, 3)
    .map(({ start, snippet }) => `  ${start}: ${snippet.replaceAll(/\s+/g, ' ')}\n`)
  const more = matches > lines.length ? `  and ${matches - lines.length} more\n` : ''
  return head + lines.join('') + more
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.')
  return Number(text)
}
