import type { CallInput, CallOutput } from '#contract/engine.ts'
import type { Source } from '#contract/source.ts'
import type { WatchedFolder } from '#contract/sources.ts'
import { sampleText } from './sample-data.ts'

/** Versions, copies and what differs, for the playground: the second sample plays an older version of the first. */

export const sampleFolders: readonly WatchedFolder[] = [
  {
    path: '/home/analyst/clippings',
    state: 'watching',
    last: {
      at: '2026-01-05T09:20:00.000Z',
      imported: 3,
      failed: [{ path: '/home/analyst/clippings/scan.pdf', message: 'This PDF is a scan: it has no text.' }],
    },
  },
  { path: '/media/stick/articles', state: 'missing', last: null },
]

const [first, second, third] = ['source_a1f00001', 'source_a1f00002', 'source_a1f00003'] as const

export function copiesAnswers(find: (id: string) => Source, summarised: boolean) {
  const textOf = (id: string) => sampleText(find(id)).text
  return {
    'sources.versions': ({ id }: CallInput<'sources.versions'>): CallOutput<'sources.versions'> => ({
      items: id === first || id === second ? [find(second), find(first)] : [find(id)],
    }),
    'sources.copies': ({ id }: CallInput<'sources.copies'>): CallOutput<'sources.copies'> => ({
      items: id === first ? [{ source: third, kind: 'near', similarity: 0.83 }] : [],
    }),
    'sources.shared': (): CallOutput<'sources.shared'> => ({ total: 0, items: [] }),
    'sources.readings': (): CallOutput<'sources.readings'> => ({
      encodings: [
        { name: 'Windows-1252', sample: 'Café à Paris, où l’été' },
        { name: 'Windows-1251', sample: 'Cafй а Paris, oщ l’йtй' },
      ],
      table: null,
      others: 0,
    }),
    'sources.difference': ({
      from,
      to,
    }: CallInput<'sources.difference'>): CallOutput<'sources.difference'> => ({
      similarity: 0.83,
      summarised,
      runs: roughRuns(textOf(from), textOf(to)),
    }),
    'sources.trace': (): CallOutput<'sources.trace'> => ({
      words: 10,
      items: [tracedIn(find(first), textOf(first))],
    }),
  }
}

/** Alike at both ends, different between: enough to be looked at. */
function roughRuns(from: string, to: string): CallOutput<'sources.difference'>['runs'] {
  let start = 0
  while (start < from.length && from[start] === to[start]) start++
  let end = 0
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++
  const [older, newer] = [from.length - end, to.length - end]
  return [
    { kind: 'equal', from: { start: 0, end: start }, to: { start: 0, end: start } },
    { kind: 'deleted', from: { start, end: older }, to: { start, end: start } },
    { kind: 'inserted', from: { start: older, end: older }, to: { start, end: newer } },
    { kind: 'equal', from: { start: older, end: from.length }, to: { start: newer, end: to.length } },
  ]
}

function tracedIn(source: Source, text: string): CallOutput<'sources.trace'>['items'][number] {
  const found = { start: 0, end: Math.min(60, text.length) }
  return {
    source: source.id,
    title: source.title ?? source.label,
    published: source.published,
    share: 0.9,
    ...found,
    runs: [{ asked: { start: 0, end: 40 }, found, quote: text.slice(found.start, found.end) }],
  }
}
