import { InvalidArgumentError, Option } from 'commander'
import {
  type SearchAnswer,
  type SearchHit,
  type SearchKind,
  type SearchSort,
  searchFacet,
  searchKind,
  searchSort,
} from '#contract/search.ts'
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
    .option('--offset <N>', 'how many hits to pass over', wholeNumber, 0)
    .addOption(
      new Option('--sort <ORDER>', 'the order of the hits').choices(searchSort.options).default('relevance'),
    )
    .addOption(new Option('--in <KIND...>', 'only these kinds of things').choices(searchKind.options))
    .option('--newest', 'leave out sources that a newer version replaced')
    .option('--facets', 'count the hits by publisher, author, month, language, type, tag and entity')
    .option('--explain', 'show the query as it was understood')
    .option('--json', 'as JSON')
    .action(async (file: string, query: string, flags: Flags) => {
      const { limit, offset, sort, in: kinds } = flags
      const answer = await withReader(file, (engine) =>
        engine.ask('search.run', {
          query,
          limit,
          offset,
          sort,
          ...(kinds !== undefined && { kinds }),
          ...(flags.newest === true && { newest: true }),
          ...(flags.facets === true && { facets: [...searchFacet.options] }),
          ...(flags.explain === true && { explain: true }),
        }),
      )
      if (flags.json === true) return printJson(terminal, answer)
      if (answer.message !== null) terminal.err(`casebook: ${answer.message}\n${pointAt(answer)}`)
      for (const { meaning, total } of answer.explained) terminal.out(`${meaning}: ${total}\n`)
      const older = answer.older === 0 ? '' : `, ${answer.older} more in older versions`
      terminal.out(`${answer.total} found${older}\n`)
      for (const { query: other, total } of answer.suggestions)
        terminal.out(`did you mean: ${other} (${total})\n`)
      for (const [facet, values] of Object.entries(answer.facets)) {
        if (values.length === 0) continue
        terminal.out(`${facet}: ${values.map(({ value, count }) => `${value} (${count})`).join(', ')}\n`)
      }
      for (const hit of answer.hits) terminal.out(describeHit(hit))
    })
}

interface Flags {
  readonly json?: true
  readonly limit: number
  readonly offset: number
  readonly sort: SearchSort
  readonly in?: SearchKind[]
  readonly newest?: true
  readonly facets?: true
  readonly explain?: true
}

/** The query with a mark under the part that cannot be read; '' where all can. */
function pointAt({ query, slip }: SearchAnswer): string {
  if (slip === null) return ''
  const width = Array.from(query.slice(slip.start, slip.end)).length
  return `  ${query.replaceAll(/\s/g, ' ')}\n  ${' '.repeat(slip.character - 1)}${'^'.repeat(Math.max(1, width))}\n`
}

function describeHit({ kind, id, title, publisher, published, passages, matches, mark }: SearchHit): string {
  const facts = [publisher, published].filter((fact) => fact !== null).join(', ')
  const head = `\n${title}${facts === '' ? '' : ` (${facts})`}  ${kind === 'source' ? id : `${kind} ${id}`}\n`
  const lines = passages
    .slice(0, 3)
    .map(({ start, snippet }) => `  ${start}: ${snippet.replaceAll(/\s+/g, ' ')}\n`)
  // Found by its tag or its type: the words that were marked.
  if (lines.length === 0 && mark !== null)
    lines.push(`  ${mark.start}: ${mark.quote.replaceAll(/\s+/g, ' ')}\n`)
  const more = matches > lines.length ? `  and ${matches - lines.length} more\n` : ''
  return head + lines.join('') + more
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.')
  return Number(text)
}
