import { Option } from 'commander'
import { type BriefFormat, briefFormat } from '#contract/exports.ts'
import type { AddCommand } from '../casebook.ts'
import { findBrief } from '../find.ts'
import { withReader } from '../with-casebook.ts'
import { writeWhole } from '../write-file.ts'

export const exportCommand: AddCommand = (program, terminal) => {
  program
    .command('export')
    .description('write a brief as a file that others can read')
    .argument('<FILE>', 'the casebook')
    .requiredOption('--brief <ID>', "a brief's id or title")
    .addOption(new Option('--format <FORMAT>').choices(briefFormat.options).makeOptionMandatory())
    .requiredOption('--out <OUT>', 'the file to write')
    .action(async (file: string, flags: { brief: string; format: BriefFormat; out: string }) => {
      const { content } = await withReader(file, async (engine) => {
        const { id } = await findBrief(engine, flags.brief)
        return await engine.ask('exports.brief', { id, format: flags.format })
      })
      writeWhole(flags.out, content)
      terminal.err(`Wrote ${flags.out}\n`)
    })
}
