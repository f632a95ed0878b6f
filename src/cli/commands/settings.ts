import { CasebookError } from '#contract/failure.ts'
import { dateOrder } from '#contract/source.ts'
import type { AddCommand } from '../casebook.ts'
import { printJson } from '../terminal.ts'
import { withReader, withWriter } from '../with-casebook.ts'

/** What a casebook goes by, as far as it can be said in a word. An empty value leaves it open again. */
const known: Readonly<Record<string, readonly string[]>> = { 'date-order': dateOrder.options }
const usage = Object.entries(known)
  .map(([name, values]) => `${name}=${values.join('|')}`)
  .join(', ')

export const settingsCommand: AddCommand = (program, terminal) => {
  program
    .command('settings')
    .description('what the casebook goes by where an import does not say, and changing it')
    .argument('<FILE>', 'the casebook')
    .option('--set <NAME=VALUE...>', `${usage}; an empty value leaves it open`)
    .option('--json', 'as JSON')
    .action(async (file: string, flags: { set?: string[]; json?: true }) => {
      const changes = (flags.set ?? []).map(settingFrom)
      if (changes.length > 0) {
        await withWriter(file, async (engine) => {
          for (const change of changes) await engine.ask('casebook.set', change)
        })
      }
      const { settings } = await withReader(file, (engine) => engine.ask('casebook.settings', {}))
      if (flags.json === true) return printJson(terminal, settings)
      for (const [name, value] of Object.entries(settings)) terminal.out(`${name}  ${value}\n`)
    })
}

/** @throws CasebookError input.invalid for what is no setting, or no value of it */
function settingFrom(pair: string): { name: string; value: string } {
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, Math.max(0, at)), pair.slice(at + 1).trim()]
  const values = at < 0 ? undefined : known[name]
  if (values !== undefined && (value === '' || values.includes(value))) return { name, value }
  throw new CasebookError('input.invalid', `"${pair}" is not NAME=VALUE with one of ${usage}.`, {
    given: pair,
  })
}
