import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import type { Engine } from '#contract/engine.ts'
import { type ColumnField, columnField, type ImportOptions, type ImportReport } from '#contract/importing.ts'
import type { AddCommand } from '../casebook.ts'
import { type ExitCode, exitCodes, printJson, type Terminal, withProgress } from '../terminal.ts'
import { importAndWatch } from '../watch-import.ts'
import { withWriter } from '../with-casebook.ts'

interface Flags {
  readonly json?: true
  readonly encoding?: string
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
  readonly map?: Columns
  readonly password?: string
  readonly dryRun?: true
  readonly watch?: true
}

type Columns = Readonly<Record<string, ColumnField>>

export const importCommand: AddCommand = (program, terminal, done) => {
  program
    .command('import')
    .description('bring in files and folders')
    .argument('<FILE>', 'the casebook')
    .argument('<PATH...>', 'files and folders')
    .option('--encoding <NAME>', 'read text files in this encoding')
    .addOption(
      new Option('--date-order <ORDER>', 'how 03/04/2025 is meant: dmy, mdy or ymd').choices([
        'dmy',
        'mdy',
        'ymd',
      ]),
    )
    .option(
      '--map <COLUMN=FIELD>',
      `what a column of a table holds; may be said several times. Fields: ${columnField.options.join(', ')}`,
      addColumn,
    )
    .option('--password <WORDS>', 'for protected files')
    .option('--dry-run', 'say what would be made of each file, and keep nothing')
    .option('--json', 'the report as JSON')
    .option('--watch', 'go on: bring in what is put there later, until Ctrl+C; with --json one report a line')
    .action(async (file: string, paths: string[], flags: Flags) => {
      const all = paths.map((path) => resolve(path))
      const reports = await withWriter(file, async (engine) => {
        const bringIn = async (some: readonly string[]) => {
          const report = await importPaths(terminal, engine, some, optionsFrom(flags))
          printAs(terminal, report, flags)
          return report
        }
        return flags.watch === true ? importAndWatch(terminal, all, bringIn) : [await bringIn(all)]
      })
      for (const { stopped } of reports)
        if (stopped !== undefined) terminal.err(`casebook: ${stopped.message}\n`)
      done(exitCodeOf(reports, flags.watch === true))
    })
}

function importPaths(
  terminal: Terminal,
  engine: Engine,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const items = paths.map((path) => ({ kind: 'path' as const, path }))
  return withProgress(terminal, (onProgress) =>
    engine.ask('sources.import', { items, options }, { onProgress, signal: terminal.stop }),
  )
}

function printAs(terminal: Terminal, report: ImportReport, { json, watch, dryRun }: Flags): void {
  if (json !== true) printReport(terminal, report, dryRun === true)
  else if (watch === true) terminal.out(`${JSON.stringify(report)}\n`)
  else printJson(terminal, report)
}

/** The last sign of equality divides: a column's name may hold one, a field's does not. */
function addColumn(words: string, before: Columns = {}): Columns {
  const at = words.lastIndexOf('=')
  const field = columnField.safeParse(words.slice(at + 1).trim())
  if (at < 1 || !field.success) {
    throw new InvalidArgumentError(
      `Say it as COLUMN=FIELD, with one of the fields ${columnField.options.join(', ')}.`,
    )
  }
  return { ...before, [words.slice(0, at)]: field.data }
}

function optionsFrom({ encoding, dateOrder, map, password, dryRun }: Flags): ImportOptions {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(map !== undefined && { columns: map }),
    ...(password !== undefined && { password }),
    ...(dryRun !== undefined && { dryRun }),
  }
}

/** Who watches stops it in the end: that is no half-done work. */
function exitCodeOf(reports: readonly ImportReport[], watched: boolean): ExitCode {
  if (reports.some(({ stopped }) => stopped !== undefined)) return exitCodes.fault
  const failed = reports.some((report) => report.failed.length > 0)
  const cancelled = !watched && reports.some((report) => report.cancelled)
  if (!failed && !cancelled) return exitCodes.done
  const kept = reports.some(
    ({ imported, duplicates, versions }) => imported.length + duplicates.length + versions.length > 0,
  )
  return kept ? exitCodes.inPart : exitCodes.badInput
}

function printReport(terminal: Terminal, report: ImportReport, isDry: boolean): void {
  for (const { id, path, title, label, words, warnings } of report.imported) {
    // What is not kept has no id to be called by.
    const done = isDry ? 'to import' : `imported   ${id}`
    terminal.out(`${done}  ${title ?? label} (${words} words)  ${path}\n`)
    for (const warning of warnings) terminal.out(`           ${warning}\n`)
  }
  for (const { path, of, kind, similarity } of report.duplicates) {
    const how = kind === 'near' ? `near, ${Math.round((similarity ?? 0) * 100)} %` : kind
    terminal.out(`duplicate  ${path} is ${of} (${how})\n`)
  }
  for (const { path, id, of } of report.versions)
    terminal.out(`version    ${path} is ${id}, a newer version of ${of}\n`)
  for (const { path, newer, older, reason } of report.possibleVersions)
    terminal.out(`version?   ${path}: is ${newer} a newer version of ${older}? (${reason})\n`)
  for (const { path, message } of report.failed) terminal.out(`failed     ${path}: ${message}\n`)
  for (const { path, reason } of report.skipped) terminal.out(`skipped    ${path}: ${reason}\n`)
  const { imported, duplicates, versions, failed } = report
  terminal.err(
    `${imported.length} ${isDry ? 'to import' : 'imported'}, ${duplicates.length} duplicates, ${versions.length} versions, ${failed.length} failed` +
      `${report.cancelled ? '; stopped before the end' : ''}\n`,
  )
}
