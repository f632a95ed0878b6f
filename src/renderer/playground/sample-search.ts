import type { CallInput, CallOutput } from '#contract/engine.ts'
import { textOfProse } from '#contract/prose.ts'
import type { SearchHit, SearchPassage } from '#contract/search.ts'
import type { Source } from '#contract/source.ts'
import { cutSnippet } from '#text/snippet.ts'
import {
  sampleBriefs,
  sampleEntities,
  sampleHighlights,
  sampleProse,
  sampleSources,
  sampleText,
  sampleTypes,
} from './sample-data.ts'
import { sampleFacets, sampleList, sampleNews, sampleSaved, sampleTimeline } from './sample-found.ts'

/** Search for the playground: whole words as they stand. It knows no syntax, only that quotation marks come in pairs. */

export function searchAnswers(few: boolean, find: (what: string) => Source) {
  return {
    'search.run': (input: CallInput<'search.run'>) => run(input, few),
    'search.inSource': ({ source, query }: CallInput<'search.inSource'>): CallOutput<'search.inSource'> => ({
      matches: spansOf(sampleText(find(source)).text, query),
      message: null,
    }),
    'search.entities': ({ letters }: CallInput<'search.entities'>): CallOutput<'search.entities'> => ({
      items: sampleEntities
        .filter(({ name }) => few && name.toLowerCase().includes(letters.toLowerCase()))
        .map(({ id, name, aliases }) => ({ id, name, aliases })),
    }),
    'search.names': (): CallOutput<'search.names'> => ({ items: [] }),
    'search.saved': (): CallOutput<'search.saved'> => ({ items: few ? [...sampleSaved] : [] }),
    'search.news': ({ id }: CallInput<'search.news'>): CallOutput<'search.news'> => sampleNews(id),
    'search.look': (): CallOutput<'search.look'> => ({
      total: 12,
      fresh: 3,
      ids: sampleSources.slice(0, 1).map(({ id }) => id),
    }),
    'search.history': (): CallOutput<'search.history'> => ({
      items: few
        ? ['"interim arrangement"', 'entity:"Karsa Strait"'].map((query) => ({
            query,
            asked: '2026-01-05T09:00:00Z',
          }))
        : [],
    }),
    'search.runList': (): CallOutput<'search.runList'> => sampleList,
    'search.titles': (wanted: CallInput<'search.titles'>): CallOutput<'search.titles'> => ({
      items: sampleSources
        .filter(({ id, title, label }) =>
          'ids' in wanted
            ? wanted.ids.includes(id)
            : few && (title ?? label).toLowerCase().includes(wanted.letters.toLowerCase()),
        )
        .map(({ id, title, label, publisher, published }) => ({
          id,
          name: title ?? label,
          label,
          publisher,
          published,
        })),
    }),
  }
}

function run(
  { query, facets, filters = [], facetValues }: CallInput<'search.run'>,
  few: boolean,
): CallOutput<'search.run'> {
  const words = query.replace(/["“”]/g, '').trim()
  const kinds = filters.filter(({ facet }) => facet === 'kind').map(({ value }) => value)
  const hits = few ? allHits(words).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)) : []
  const isSlip = (query.match(/"/g)?.length ?? 0) % 2 === 1
  const counted =
    hits.length > 0 ? sampleFacets(hits, facets ?? [], facetValues) : { facets: {}, facetTotals: {} }
  return {
    query,
    total: hits.length,
    older: 0,
    hits,
    message: isSlip
      ? 'A quotation mark is missing its partner; the words are looked for as they stand.'
      : null,
    slip: isSlip ? { start: query.indexOf('"'), end: query.length, character: 1 } : null,
    instead: null,
    suggestions: hits.length > 0 ? [] : [{ kind: 'spelling', query: 'the strait', total: 3 }],
    ...counted,
    timeline: hits.length > 0 ? sampleTimeline : null,
    explained: [{ part: words, meaning: `the words “${words}”`, total: hits.length }],
  }
}

export function spansOf(text: string, words: string): { start: number; end: number }[] {
  if (words === '') return []
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')
  return [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + words.length }))
}

function allHits(words: string): SearchHit[] {
  return [...sourceHits(words), ...markHits(words), ...entityHits(words), ...briefHits(words)]
}

const mostPassages = 3

/** What all hits have in common; null where the text has none of the words. */
function found(
  text: string,
  words: string,
  whole: Pick<SearchHit, 'kind' | 'id' | 'title'>,
): SearchHit | null {
  const spans = spansOf(text, words)
  if (spans.length === 0) return null
  return {
    ...whole,
    source: null,
    publisher: null,
    published: null,
    score: spans.length,
    nearness: 0,
    mark: null,
    matches: spans.length,
    why: [{ part: words, matches: spans.length, inTitle: false }],
    passages: spans.slice(0, mostPassages).map((span) => passageOf(text, span)),
  }
}

function passageOf(text: string, span: { start: number; end: number }): SearchPassage {
  const snippet = cutSnippet(text, [span], 180)
  return {
    ...span,
    text: text.slice(span.start, span.end),
    snippet: snippet.text,
    snippetStart: snippet.start,
    marks: snippet.marks,
  }
}

function sourceHits(words: string): SearchHit[] {
  return sampleSources.flatMap((source) => {
    const { id, title, label, publisher, published } = source
    const hit = found(sampleText(source).text, words, { kind: 'source', id, title: title ?? label })
    return hit === null ? [] : [{ ...hit, source: id, publisher, published }]
  })
}

/** Marks and the notes on them: each a hit of its own. */
function markHits(words: string): SearchHit[] {
  return sampleHighlights.flatMap(({ id, source, passages: [passage], type, tags, note }) => {
    const at = sampleSources.find((one) => one.id === source)
    if (passage === undefined || at === undefined) return []
    const { start, end, quote } = passage
    const noted = note === null ? null : textOfProse(note)
    const mark = {
      start,
      end,
      quote,
      note: noted,
      type: sampleTypes.find((one) => one.id === type)?.name ?? null,
      tags,
    }
    const about = { source, publisher: at.publisher, published: at.published, mark }
    return (['highlight', 'note'] as const).flatMap((kind) => {
      const hit = found(kind === 'note' ? (noted ?? '') : quote, words, {
        kind,
        id,
        title: at.title ?? at.label,
      })
      return hit === null ? [] : [{ ...hit, ...about }]
    })
  })
}

function entityHits(words: string): SearchHit[] {
  return sampleEntities.flatMap(({ id, name, aliases }) => {
    const hit = found([name, ...aliases].join('\n'), words, { kind: 'entity', id, title: name })
    return hit ?? []
  })
}

function briefHits(words: string): SearchHit[] {
  return sampleBriefs.flatMap(
    ({ id, title }) =>
      found(`${title}\n${textOfProse(sampleProse)}`, words, { kind: 'brief', id, title }) ?? [],
  )
}
