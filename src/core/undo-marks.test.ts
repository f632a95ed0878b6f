import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallInput, CallName, Engine } from '#contract/engine.ts'
import type { EntityId, HighlightId, SourceId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'
import { journalledTables } from './casebook/journal.ts'
import { plantSources } from './planted-source.ts'
import { newTestCasebook } from './test-world.ts'

/**
 * Whatever was done to highlights, tags, types and entities, undone, done again, with the program ended and started in between:
 * undoing it all leaves every table as it was.
 */

const texts = [
  'The envoy arrived on Monday. “We agreed on four channels,” he said to 👩‍👧 reporters.\nNobody confirmed it.',
  'Updated. The envoy arrived on Tuesday. “We agreed on four channels,” he said to reporters.',
]

interface World {
  readonly engine: Engine
  readonly sources: readonly SourceId[]
  readonly highlights: readonly HighlightId[]
  readonly entities: readonly EntityId[]
}

type Command = { [N in CallName]: { call: N; input: CallInput<N> } }[CallName]
/** Numbers are cut to what there is to choose from when the command runs. */
type Choice = readonly [what: number, one: number, other: number, word: string]

const choices = fc.array(
  fc.tuple(fc.nat(22), fc.nat(1_000), fc.nat(1_000), fc.constantFrom('a', 'a/b', 'b', 'talks', 'Ä')),
  { minLength: 1, maxLength: 14 },
)

function commandOf(world: World, [what, one, other, word]: Choice): Command | null {
  const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)]
  const source = pick(world.sources, one) ?? 'source_none'
  const highlight = pick(world.highlights, one)
  const entity = pick(world.entities, other)
  const start = one % 40
  const span = { start, end: start + 1 + (other % 20) }
  if (what === 0)
    return {
      call: 'highlights.add',
      input: { source, spans: [span], tags: [word], note: proseFromText(word) },
    }
  if (what === 1) return { call: 'entities.add', input: { type: 'person', name: word, aliases: [`${one}`] } }
  if (what === 2) return { call: 'highlights.renameTag', input: { from: word, to: `${word}/b` } }
  if (what === 3) return { call: 'highlights.renameTag', input: { from: 'a/b', to: word } }
  if (what === 4)
    return {
      call: 'highlights.reanchor',
      input: { source, to: { kind: 'source', source: pick(world.sources, one + 1) ?? source } },
    }
  if (what === 5)
    return { call: 'highlights.addMany', input: { places: [{ source, ...span }], tags: [word] } }
  if (what === 6)
    return { call: 'highlights.addType', input: { name: word, colour: 'teal', underline: 'wavy', key: 3 } }
  if (what === 7) return { call: 'sources.delete', input: { ids: [source] } }
  if (what === 14) return { call: 'highlights.deleteType', input: { id: 'type_fact', to: 'type_quote' } }
  if (what === 15) return { call: 'highlights.orderTypes', input: { ids: ['type_number', 'type_quote'] } }
  if (what === 16) return { call: 'highlights.deleteTag', input: { name: word } }
  if (what === 18) return { call: 'casebook.undo', input: { steps: 1 + (one % 3) } }
  if (what === 19) return { call: 'casebook.redo', input: { steps: 1 + (one % 3) } }
  if (highlight === undefined) return null
  if (what === 17)
    return { call: 'highlights.review', input: { items: [{ highlight, source }], verdict: 'rejected' } }
  const ids = [highlight]
  if (what === 20)
    return { call: 'highlights.change', input: { ids, set: { note: proseFromText(`${word} ${one}`) } } }
  if (what === 21) return { call: 'highlights.change', input: { ids, set: { spans: [span] }, on: source } }
  if (what === 8)
    return { call: 'highlights.delete', input: { ids: world.highlights.slice(0, 1 + (one % 3)) } }
  if (what === 9)
    return {
      call: 'highlights.change',
      input: { ids, set: { type: 'type_fact' }, addTags: [word], removeTags: ['a'] },
    }
  if (what === 10) return { call: 'highlights.attach', input: { id: highlight, source, spans: [span] } }
  if (entity === undefined) return null
  if (what === 11) return { call: 'entities.delete', input: { ids: [entity] } }
  if (what === 12) return { call: 'entities.unlink', input: { id: entity, highlights: ids } }
  return {
    call: 'entities.link',
    input: {
      id: entity,
      targets: [
        { kind: 'highlight', highlight },
        { kind: 'span', source, ...span },
      ],
    },
  }
}

/** Ends the program and starts it again. */
const RESTART = 22

test('do, undo, end and start: undoing all, every table is as before; redoing all, as after', async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (chosen) => {
      await using casebook = newTestCasebook()
      const sources = await plantSources(casebook, texts)
      const before = tablesOf(casebook.path)
      for (const choice of chosen) {
        if (choice[0] === RESTART) {
          await casebook.reopen()
          continue
        }
        const command = commandOf(await look(casebook.engine, sources), choice)
        // What is refused must leave no trace either.
        if (command !== null) await casebook.engine.ask(command.call, command.input).catch(() => {})
      }
      expect(casebook.outside.logged).toEqual([])
      const after = tablesOf(casebook.path)
      const { steps: history } = await casebook.engine.ask('casebook.history', {})
      const steps = history.filter(({ state }) => state === 'done').length
      if (steps > 0) await casebook.engine.ask('casebook.undo', { steps })
      expect(tablesOf(casebook.path)).toEqual(before)
      const engine = await casebook.reopen()
      if (steps > 0) await engine.ask('casebook.redo', { steps })
      expect(tablesOf(casebook.path)).toEqual(after)
      expect((await engine.ask('casebook.check', {})).problems).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)

async function look(engine: Engine, planted: readonly SourceId[]): Promise<World> {
  const there = new Set((await engine.ask('sources.list', {})).items.map(({ id }) => id))
  return {
    engine,
    sources: planted.filter((id) => there.has(id)),
    highlights: (await engine.ask('highlights.list', {})).items.map(({ id }) => id),
    entities: (await engine.ask('entities.list', {})).items.map(({ id }) => id),
  }
}

function tablesOf(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true })
  try {
    const rows = journalledTables.map((name) => [
      name,
      db.prepare(`SELECT * FROM ${name} ORDER BY key`).all(),
    ])
    return Object.fromEntries(rows) as Record<string, unknown[]>
  } finally {
    db.close()
  }
}
