import type { Occurrence } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { RunIndex } from '#text/anchoring/run-index.ts'
import { cutSnippet } from '#text/snippet.ts'
import { words } from '#text/words.ts'
import type { Reading, Transaction } from '../casebook/casebook.ts'
import { runSearch } from '../search/search.ts'
import { counted } from './history-words.ts'
import { markedAlready } from './marked-already.ts'
import { cutPassages } from './passages.ts'
import { findSource, type MarkedSource, readText } from './source-text.ts'
import { insertHighlight, type NewHighlight } from './write-highlights.ts'

/** "Mark all of these": every place where the same words stand, looked through first, then marked as one step. */

interface OccurrencesWanted {
  words: string
  source?: SourceId | undefined
  offset?: number | undefined
  limit?: number | undefined
}

/**
 * Source by source, the most fitting first, in text order. Whole words, folded as search folds them.
 * @throws CasebookError source.not-found
 */
export function listOccurrences(
  reading: Reading,
  wanted: OccurrencesWanted,
): { total: number; items: Occurrence[] } {
  const sought = words(wanted.words).map(({ word }) => word)
  if (sought.length === 0) return { total: 0, items: [] }
  const ids = wanted.source === undefined ? sourcesWith(reading, sought) : [wanted.source]
  const places = ids.flatMap((id) => placesIn(reading, id, sought))
  const offset = wanted.offset ?? 0
  const page = places.slice(offset, wanted.limit === undefined ? undefined : offset + wanted.limit)
  return { total: places.length, items: page.map((place) => occurrenceAt(reading, place)) }
}

/** The index tells which texts are worth reading. */
function sourcesWith(reading: Reading, sought: readonly string[]): SourceId[] {
  const query = `"${sought.join(' ')}"`
  const { hits } = runSearch(reading, {
    query,
    kinds: ['source'],
    passages: 0,
    limit: Number.MAX_SAFE_INTEGER,
  })
  return hits.flatMap((hit) => (hit.source === null ? [] : [hit.source]))
}

interface Place extends Span {
  readonly source: MarkedSource
  readonly text: string
}

/** Places do not overlap: the next is sought after the end of the last. */
function placesIn({ store }: Reading, id: SourceId, sought: readonly string[]): Place[] {
  const source = findSource(store, id)
  const text = readText(store, source)
  const all = words(text)
  const places: Place[] = []
  for (let at = 0; at + sought.length <= all.length; at++) {
    if (!sought.every((word, next) => all[at + next]?.word === word)) continue
    const [first, last] = [all[at], all[at + sought.length - 1]]
    if (first !== undefined && last !== undefined)
      places.push({ source, text, start: first.start, end: last.end })
    at += sought.length - 1
  }
  return places
}

function occurrenceAt({ store }: Reading, { source, text, start, end }: Place): Occurrence {
  const snippet = cutSnippet(text, [{ start, end }])
  return {
    source: source.id,
    sourceTitle: store.value<string>('SELECT coalesce(title, label) FROM sources WHERE key = ?', source.key),
    start,
    end,
    quote: text.slice(start, end),
    context: snippet.text,
    quoteAt: snippet.marks[0]?.start ?? 0,
    highlight: markedAlready(store, source, { start, end })?.id ?? null,
  }
}

/**
 * One highlight for each place; a place that is marked exactly so is left out.
 * @returns the highlights of all places, in their order, and how many are new
 * @throws CasebookError source.not-found, type.not-found, entity.not-found, highlight.outside, input.invalid
 */
export function addManyHighlights(
  tx: Transaction,
  { places, ...said }: NewHighlight & { places: readonly (Span & { source: SourceId })[] },
): { added: number; highlights: HighlightId[] } {
  const texts = new Map<SourceId, OpenSource>()
  let added = 0
  const highlights = places.map((place) => {
    const open = texts.get(place.source) ?? openSource(tx, place.source)
    texts.set(place.source, open)
    const { source, text, runs } = open
    const known = markedAlready(tx.store, source, place)
    if (known !== undefined) return known.id
    added += 1
    return insertHighlight(tx, source, cutPassages(text, [place], runs), said).id
  })
  tx.describe(`Highlighted ${counted(added, 'passage')}`)
  return { added, highlights }
}

/** Read once, however many places are marked in it. */
interface OpenSource {
  readonly source: MarkedSource
  readonly text: string
  readonly runs: RunIndex
}

function openSource({ store }: Reading, id: SourceId): OpenSource {
  const source = findSource(store, id)
  const text = readText(store, source)
  return { source, text, runs: new RunIndex(text) }
}
