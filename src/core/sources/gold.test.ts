import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ImportedSource } from '#contract/importing.ts'
import type { Span } from '#contract/source.ts'
import { sharedTest } from '../../shared-material.ts'
import { newTestCasebook } from '../test-world.ts'

/** What one careful reader found in three real articles, field by field. */

interface GoldSpan extends Span {
  readonly quote: string
}

interface GoldSource {
  readonly filename: string
  readonly title: GoldSpan | null
  readonly publisher: GoldSpan | null
  readonly author: (GoldSpan & { readonly value: string }) | null
  readonly dateline_place: GoldSpan | null
  readonly publication_date: (GoldSpan & { readonly iso: string; readonly iso_datetime?: string }) | null
  readonly body: Span
  readonly body_text_start: number
  readonly boilerplate: readonly GoldSpan[]
  readonly word_count: { readonly file: number }
  readonly language: string
}

sharedTest(
  'every field and zone of the three articles is what a reader found',
  ['gold', 'sources.json'],
  async (path) => {
    const gold = JSON.parse(readFileSync(path, 'utf8')) as GoldSource[]
    await using casebook = newTestCasebook()
    const seeds = join(path, '..', '..', 'seeds')
    const { imported } = await casebook.engine.ask('sources.import', {
      items: [{ kind: 'path', path: seeds }],
    })
    expect(imported.map(foundIn)).toEqual(gold.map((one) => goldOf(one)))
    for (const [at, { boilerplate }] of gold.entries()) {
      for (const span of boilerplate)
        expect(zoneAround(imported[at], span)).toMatch(/byline|caption|boilerplate/)
    }
  },
)

function foundIn(source: ImportedSource) {
  const body = source.zones.filter(({ kind }) => kind === 'body')
  return {
    title: [source.title, source.evidence.title],
    publisher: source.publisher,
    author: [source.author, source.evidence.author],
    dateline: source.dateline,
    published: [source.published, source.evidence.published],
    body: [body[0]?.start, body.at(-1)?.end],
    words: source.words,
    language: source.language,
  }
}

function goldOf(gold: GoldSource) {
  const date = gold.publication_date
  return {
    title: [gold.title?.quote ?? null, spanOf(gold.title)],
    publisher: gold.publisher?.quote ?? null,
    author: [gold.author?.value ?? null, spanOf(gold.author)],
    dateline: gold.dateline_place?.quote ?? null,
    published: [date?.iso_datetime ?? date?.iso ?? null, spanOf(date)],
    body: [gold.body.start, gold.body.end],
    words: gold.word_count.file,
    language: gold.language,
  }
}

function spanOf(span: Span | null): Span | null {
  return span && { start: span.start, end: span.end }
}

function zoneAround(source: ImportedSource | undefined, { start, end }: Span): string | undefined {
  return source?.zones.find((zone) => zone.start <= start && end <= zone.end)?.kind
}
