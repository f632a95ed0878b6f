import { readFileSync } from 'node:fs'
import type { CallInput, CallOutput, CallsOfKind } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { ListAnswer, ListProblem } from '#contract/query-lists.ts'
import type { AddCommand } from '../casebook.ts'
import { type ExitCode, exitCodes, printJson, printTable, type Terminal, withProgress } from '../terminal.ts'
import { withReader } from '../with-casebook.ts'
import { writeWhole } from '../write-file.ts'

interface Flags {
  readonly from: string
  readonly out?: string
  readonly json?: true
}

export const queriesCommand: AddCommand = (program, terminal, done) => {
  program
    .command('queries')
    .description('run a list of queries: a table of counts and passages')
    .argument('<FILE>', 'the casebook')
    .requiredOption(
      '--from <LIST.txt>',
      'one query a line, or a name, a tab and a query; lines that begin with # are passed over',
    )
    .option('--out <TABLE.csv>', 'write counts and passages as CSV')
    .option('--json', 'counts and passages as JSON')
    .action(async (file: string, { from, out, json }: Flags) => {
      const list = readList(from)
      if (out !== undefined) {
        const { content, queries, problems } = await run(file, terminal, 'exports.queryTable', { list })
        writeWhole(out, content)
        terminal.err(`Wrote ${out}\n`)
        if (json !== true) return done(tell(terminal, queries, problems))
      }
      const answer = await run(file, terminal, 'search.runList', {
        list,
        ...(json !== true && { passages: 0 }),
      })
      if (json === true) printJson(terminal, answer)
      else printCounts(terminal, answer)
      done(tell(terminal, answer.queries.length, answer.problems))
    })
}

function run<N extends CallsOfKind<'job'>>(
  file: string,
  terminal: Terminal,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  return withReader(file, (engine) =>
    withProgress(terminal, (onProgress) => engine.ask(name, input, { onProgress, signal: terminal.stop })),
  )
}

/** @throws CasebookError source.unreadable, source.encoding */
function readList(path: string): string {
  const bytes = readBytes(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new CasebookError('source.encoding', `${path} is not UTF-8: save it as UTF-8.`, { path }, { cause })
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new CasebookError('source.unreadable', `${path} cannot be read.`, { path }, { cause })
  }
}

function printCounts(terminal: Terminal, { queries }: ListAnswer): void {
  printTable(
    terminal,
    ['found', 'sources', 'highlights', 'notes', 'entities', 'briefs', 'name'],
    queries.map(({ name, total, counts: { source, highlight, note, entity, brief } }) => [
      ...[total, source, highlight, note, entity, brief].map(String),
      name,
    ]),
  )
}

/** Names the lines that are no queries. */
function tell(terminal: Terminal, queries: number, problems: readonly ListProblem[]): ExitCode {
  for (const { line, query, message } of problems) terminal.err(`line ${line}: ${query}: ${message}\n`)
  if (problems.length === 0) return exitCodes.done
  return queries === 0 ? exitCodes.badInput : exitCodes.inPart
}
