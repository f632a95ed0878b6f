import { readFileSync } from 'node:fs'
import { CasebookError } from '#contract/failure.ts'
import type { AddCommand } from '../casebook.ts'
import { exitCodes, printJson } from '../terminal.ts'
import { withWriter } from '../with-casebook.ts'

export const annotateCommand: AddCommand = (program, terminal, done) => {
  program
    .command('annotate')
    .description('bring in W3C Web Annotations, or what Hypothesis exports')
    .argument('<FILE>', 'the casebook')
    .argument('<ANNOTATIONS>', 'a JSON-LD, JSON or CSV file')
    .option('--json', 'the report as JSON')
    .action(async (file: string, annotations: string, flags: { json?: true }) => {
      const content = readText(annotations)
      const report = await withWriter(file, (engine) => engine.ask('exports.importAnnotations', { content }))
      if (flags.json === true) printJson(terminal, report)
      else {
        for (const { index, message } of report.refused) terminal.out(`refused ${index}: ${message}\n`)
        for (const { index, message } of report.different) terminal.out(`different ${index}: ${message}\n`)
        const { added, unchanged, different, refused } = report
        terminal.err(
          `${added} added, ${unchanged} unchanged, ${different.length} different, ${refused.length} refused\n`,
        )
      }
      const nothing = report.added + report.unchanged + report.different.length === 0
      done(report.refused.length === 0 ? exitCodes.done : nothing ? exitCodes.badInput : exitCodes.inPart)
    })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CasebookError('source.unreadable', `${path} cannot be read.`, { path }, { cause })
  }
}
