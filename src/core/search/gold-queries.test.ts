import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { SearchAnswer } from '#contract/search.ts'
import type { Evidence } from '#contract/source.ts'
import { sharedTest } from '../../shared-material.ts'
import { type SearchedCasebook, searchedCasebook } from './test-casebook.ts'

/** Queries on three real articles, with what a careful reader says they must find, mark and show. */

interface Marked {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

interface GoldQuery {
  readonly id: string
  readonly kind: string
  readonly query: string
  readonly files_must: readonly string[]
  readonly passages?: { readonly must: readonly Marked[]; readonly must_not: readonly Marked[] }
  readonly highlights?: readonly Marked[]
}

interface Place {
  readonly start: number
  readonly end: number
}

interface GoldSource {
  readonly file: string
  readonly filename: string
  readonly title: (Place & { readonly quote: string }) | null
  readonly author: (Place & { readonly value: string }) | null
  readonly publication_date: (Place & { readonly iso: string }) | null
  readonly boilerplate: readonly (Place & { readonly kind: string })[]
}

/** Read as a person would: more may be found than must, as long as what must be shown is. */
const JUDGED = new Set(['question', 'spelling'])
/** Found through the links of a casebook that has entities; here there are none. */
const LINKED = new Set(['entity'])

sharedTest(
  'mechanical queries find and mark what a reader says they must',
  ['gold', 'queries.json'],
  (path) => {
    using casebook = searchedCasebook()
    const files = addArticles(casebook, dirname(path))
    for (const query of readQueries(path)) {
      if (JUDGED.has(query.kind) || LINKED.has(query.kind)) continue
      const answer = casebook.search(query.query)
      expect({ id: query.id, files: filesOf(answer, files) }).toEqual({
        id: query.id,
        files: [...query.files_must],
      })
      if (query.highlights !== undefined && !query.kind.startsWith('entity')) {
        expect(marksOf(answer, files), query.id).toEqual(marksIn(query.highlights))
      }
      for (const must of query.passages?.must ?? [])
        expect(isShown(answer, files, must), must.quote).toBe(true)
      for (const not of query.passages?.must_not ?? [])
        expect(isShown(answer, files, not), not.quote).toBe(false)
    }
  },
)

sharedTest(
  'questions and other spellings show the passages that answer them',
  ['gold', 'queries.json'],
  (path) => {
    using casebook = searchedCasebook()
    const files = addArticles(casebook, dirname(path))
    for (const query of readQueries(path).filter(({ kind }) => JUDGED.has(kind))) {
      const answer = casebook.search(query.query)
      expect(filesOf(answer, files), query.id).toEqual(expect.arrayContaining([...query.files_must]))
      expect(query.files_must, query.id).toContain(files.get(answer.hits[0]?.id ?? ''))
      for (const must of query.passages?.must ?? [])
        expect(isShown(answer, files, must), must.quote).toBe(true)
    }
  },
)

function readQueries(path: string): GoldQuery[] {
  return JSON.parse(readFileSync(path, 'utf8')) as GoldQuery[]
}

function addArticles(casebook: SearchedCasebook, gold: string): Map<string, string> {
  const sources = JSON.parse(readFileSync(join(gold, 'sources.json'), 'utf8')) as GoldSource[]
  return new Map(sources.map((source) => [addArticle(casebook, gold, source), source.file]))
}

function addArticle(casebook: SearchedCasebook, gold: string, source: GoldSource): string {
  const text = readFileSync(join(gold, '..', 'seeds', source.filename), 'utf8')
  return casebook.addSource({
    text,
    title: source.title?.quote ?? null,
    author: source.author?.value ?? null,
    published: source.publication_date?.iso ?? null,
    zones: source.boilerplate
      .filter(({ kind }) => kind === 'newsletter')
      .map(({ start, end }) => ({ kind: 'boilerplate', start, end })),
    evidence: { author: stated(source.author), published: stated(source.publication_date) },
  })
}

function stated(place: Place | null): Evidence | null {
  if (place === null) return null
  const span = { start: place.start, end: place.end }
  return { span, from: 'text', words: '', rule: 'read by a person', certainty: 'stated' }
}

function filesOf({ hits }: SearchAnswer, files: ReadonlyMap<string, string>): string[] {
  return hits.map(({ id }) => files.get(id) ?? '?').sort()
}

function marksOf({ hits }: SearchAnswer, files: ReadonlyMap<string, string>): string[] {
  const marks = hits.flatMap(({ id, passages }) =>
    passages.map(({ start, end, text }) => ({ file: files.get(id) ?? '?', start, end, quote: text })),
  )
  return marksIn(marks)
}

function marksIn(marks: readonly Marked[]): string[] {
  return marks
    .map(({ file, start, end, quote }) => `${file} ${String(start).padStart(5)}–${end} ${quote}`)
    .sort()
}

/** A passage is shown where a match lies in it or over it. */
function isShown({ hits }: SearchAnswer, files: ReadonlyMap<string, string>, wanted: Marked): boolean {
  return hits.some(
    ({ id, passages }) =>
      files.get(id) === wanted.file &&
      passages.some(({ start, end }) => start < wanted.end && end > wanted.start),
  )
}
