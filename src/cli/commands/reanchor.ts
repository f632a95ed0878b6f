import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Engine } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { Reanchoring } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { createCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import type { AddCommand } from '../casebook.ts'
import { printJson, type Terminal } from '../terminal.ts'
import { withWriter } from '../with-casebook.ts'

/** Offsets are UTF-16 code units on the newer version's text, as `show` prints it. */
export const reanchorCommand: AddCommand = (program, terminal) => {
  program
    .command('reanchor')
    .description('bring in a newer version of a source, and find its highlights again there')
    .argument('<FILE>', 'the casebook')
    .argument('<SOURCE>', "the source's id, path, file name or sha256:…")
    .requiredOption('--to <NEWFILE>', 'the file of the newer version')
    .option('--dry-run', 'say what would happen, and keep nothing')
    .option('--json', 'as JSON')
    .action(async (file: string, what: string, flags: { to: string; dryRun?: true; json?: true }) => {
      const path = resolve(flags.to)
      const found = await withWriter(file, async (engine) => {
        const { id } = await engine.ask('sources.find', { what })
        return flags.dryRun === true ? await lookFirst(engine, id, path) : await carryOver(engine, id, path)
      })
      if (flags.json === true) printJson(terminal, found)
      else printFound(terminal, found)
    })
}

/** On the text that importing the file gives, read in a casebook of its own that is thrown away. */
async function lookFirst(engine: Engine, source: SourceId, path: string): Promise<Reanchoring[]> {
  const text = await textOfFile(path)
  const { items } = await engine.ask('highlights.reanchor', {
    source,
    to: { kind: 'text', text },
    dryRun: true,
  })
  return items
}

async function textOfFile(path: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-'))
  try {
    const engine = createCasebook(join(folder, 'look.casebook'), {
      outside: realOutside('Casebook (terminal)'),
    })
    try {
      const { text } = await engine.ask('sources.read', { id: await bringIn(engine, path) })
      return text
    } finally {
      await engine.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The import takes the highlights along; finding them again afterwards tells what became of each. */
async function carryOver(engine: Engine, source: SourceId, path: string): Promise<Reanchoring[]> {
  const newer = await bringIn(engine, path, source)
  const { items } = await engine.ask('highlights.reanchor', { source, to: { kind: 'source', source: newer } })
  return items
}

/** @throws CasebookError what kept the file from being read; input.invalid where it holds no article, or several */
async function bringIn(engine: Engine, path: string, older?: SourceId): Promise<SourceId> {
  const { imported, duplicates, failed } = await engine.ask('sources.import', {
    items: [{ kind: 'path', path }],
    ...(older !== undefined && { options: { versions: [{ path, of: older, join: true }] } }),
  })
  const [refused] = failed
  if (refused !== undefined) throw new CasebookError(refused.code, `${path}: ${refused.message}`, { path })
  const [newer, ...others] = [...imported.map(({ id }) => id), ...duplicates.map(({ of }) => of)]
  if (newer === undefined || others.length > 0)
    throw new CasebookError(
      'input.invalid',
      `${path} holds ${others.length === 0 ? 'no article' : 'several'}: one is needed.`,
      { path },
    )
  return newer
}

function printFound(terminal: Terminal, items: readonly Reanchoring[]): void {
  for (const { highlight, outcome, score, was, quote, reason } of items) {
    const words = [was, ...(quote === null || quote === was ? [] : [quote])].map(onOneLine).join('  →  ')
    const how = outcome === 'fuzzy' ? `fuzzy ${score.toFixed(2)}` : outcome
    terminal.out(`${highlight}  ${how.padEnd(10)}  ${words}${reason === null ? '' : `  (${reason})`}\n`)
  }
  const orphans = items.filter(({ outcome }) => outcome === 'orphan').length
  terminal.err(`${items.length - orphans} found again, ${orphans} not\n`)
}

function onOneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ')
}
