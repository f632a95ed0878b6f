import { readFileSync } from 'node:fs'
import { CasebookError } from '#contract/failure.ts'
import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withWriter } from '../with-casebook.ts'

export const briefCommand: AddCommand = (program, terminal) => {
  program
    .command('brief')
    .description('make a brief from Markdown, in which [@HIGHLIGHT_ID] cites a highlight')
    .argument('<FILE>', 'the casebook')
    .requiredOption('--from <BRIEF.md>', 'the Markdown file')
    .option('--title <TITLE>', 'its title, where it is not the first heading')
    .option('--json', 'the brief as JSON')
    .action(async (file: string, flags: { from: string; title?: string; json?: true }) => {
      const markdown = readMarkdown(flags.from)
      const brief = await withWriter(file, (engine) =>
        engine.ask('briefs.addMarkdown', {
          markdown,
          ...(flags.title !== undefined && { title: flags.title }),
        }),
      )
      if (flags.json === true) return printJson(terminal, brief)
      terminal.out(`${brief.id}  ${brief.title}\n`)
    })
}

function readMarkdown(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CasebookError('source.unreadable', `${path} cannot be read.`, { path }, { cause })
  }
}
