import { rmSync } from 'node:fs'
import { z } from 'zod'
import type { Engine } from '#contract/engine.ts'
import { entityType } from '#contract/entities.ts'
import type { EntityId, HighlightId, SourceId, TypeId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'
import { createCasebook } from './engine.ts'
import type { Outside } from './outside.ts'

/**
 * The sample casebook, made on first start from the articles in `resources/sample` by the calls that everybody uses:
 * eight invented articles, what a reader marked in them, whom they name, and a short brief.
 */

const sample = z.object({
  entities: z.array(
    z.object({
      type: entityType,
      name: z.string(),
      aliases: z.array(z.string()),
      notes: z.string().nullable(),
    }),
  ),
  highlights: z.array(
    z.object({
      file: z.string(),
      quote: z.string(),
      /** Which one, counted from 0, where the quote stands several times. */
      occurrence: z.int().default(0),
      type: z.string(),
      tags: z.array(z.string()).default([]),
      note: z.string().nullish(),
      entities: z.array(z.string()).default([]),
    }),
  ),
  brief: z.object({ title: z.string(), file: z.string() }),
})
type Sample = z.infer<typeof sample>

/** Makes the sample casebook at `path`; where that fails, nothing is left there. @throws CasebookError casebook.exists, disk.full */
export async function makeSampleCasebook(path: string, outside: Outside): Promise<void> {
  const described = sample.parse(JSON.parse(outside.resource('sample/casebook.json')))
  const engine = createCasebook(path, { outside })
  try {
    await fillSample(engine, described, outside)
    await engine.close()
  } catch (error) {
    await engine.close()
    rmSync(path, { force: true })
    throw error
  }
}

async function fillSample(
  engine: Engine,
  { entities, highlights, brief }: Sample,
  outside: Outside,
): Promise<void> {
  const sources = await importArticles(engine, new Set(highlights.map(({ file }) => file)), outside)
  const entityIds = new Map<string, EntityId>()
  for (const { type, name, aliases, notes } of entities) {
    const added = await engine.ask('entities.add', {
      type,
      name,
      aliases,
      notes: notes === null ? null : proseFromText(notes),
    })
    entityIds.set(name, added.id)
  }
  const types = new Map((await engine.ask('highlights.types', {})).items.map(({ name, id }) => [name, id]))
  const highlightIds: HighlightId[] = []
  for (const one of highlights)
    highlightIds.push(await addHighlight(engine, one, { sources, types, entityIds }))
  // In the sample's text a number cites the highlight of that place in the list.
  const markdown = outside
    .resource(`sample/${brief.file}`)
    .replaceAll(
      /\[@(\d+)\]/g,
      (_, place: string) => `[@${must(highlightIds[Number(place) - 1], `highlight ${place}`)}]`,
    )
  await engine.ask('briefs.addMarkdown', { title: brief.title, markdown })
}

async function importArticles(
  engine: Engine,
  files: ReadonlySet<string>,
  outside: Outside,
): Promise<Map<string, SourceId>> {
  const items = [...files].toSorted().map((name) => ({
    kind: 'bytes' as const,
    name,
    bytes: new TextEncoder().encode(outside.resource(`sample/${name}`)),
  }))
  const { imported } = await engine.ask('sources.import', { items })
  return new Map(imported.map(({ path, id }) => [path, id]))
}

interface Known {
  readonly sources: ReadonlyMap<string, SourceId>
  readonly types: ReadonlyMap<string, TypeId>
  readonly entityIds: ReadonlyMap<string, EntityId>
}

async function addHighlight(
  engine: Engine,
  one: Sample['highlights'][number],
  known: Known,
): Promise<HighlightId> {
  const source = must(known.sources.get(one.file), one.file)
  const { text } = await engine.ask('sources.read', { id: source })
  const start = nthIndexOf(text, one.quote, one.occurrence)
  const { id } = await engine.ask('highlights.add', {
    source,
    spans: [{ start, end: start + one.quote.length }],
    type: must(known.types.get(one.type), one.type),
    tags: one.tags,
    note: one.note ? proseFromText(one.note) : null,
    entities: one.entities.map((name) => must(known.entityIds.get(name), name)),
  })
  return id
}

function nthIndexOf(text: string, quote: string, occurrence: number): number {
  let at = text.indexOf(quote)
  for (let seen = 0; seen < occurrence && at !== -1; seen++) at = text.indexOf(quote, at + 1)
  return must(at === -1 ? undefined : at, `“${quote}”`)
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sample speaks of ${what}, which is not there`)
  return value
}
