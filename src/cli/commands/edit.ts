import { CasebookError } from '#contract/failure.ts'
import { type Metadata, metadataField } from '#contract/source.ts'
import type { AddCommand } from '../casebook.ts'
import { withWriter } from '../with-casebook.ts'

export const editCommand: AddCommand = (program, terminal) => {
  program
    .command('edit')
    .description('correct what is known about a source')
    .argument('<FILE>', 'the casebook')
    .argument('<SOURCE>', "a source's id, path, file name or sha256:…")
    .requiredOption(
      '--set <FIELD=VALUE...>',
      `${metadataField.options.join(', ')}; an empty value clears the field`,
    )
    .action(async (file: string, what: string, flags: { set: string[] }) => {
      const set = fieldsOf(flags.set)
      const { changed } = await withWriter(file, async (engine) => {
        const { id } = await engine.ask('sources.find', { what })
        return await engine.ask('sources.edit', { ids: [id], set })
      })
      terminal.err(
        changed === 0 ? 'Nothing to change: it says so already.\n' : 'Corrected. It can be undone.\n',
      )
    })
}

/** @throws CasebookError input.invalid for what is no pair, or no field */
function fieldsOf(pairs: readonly string[]): Partial<Metadata> {
  const set: Partial<Metadata> = {}
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const field = metadataField.safeParse(pair.slice(0, Math.max(0, at)))
    if (!field.success) {
      throw new CasebookError(
        'input.invalid',
        `"${pair}" is not FIELD=VALUE with one of ${metadataField.options.join(', ')}.`,
        {
          given: pair,
        },
      )
    }
    const value = pair.slice(at + 1).trim()
    set[field.data] = value === '' ? null : value
  }
  return set
}
