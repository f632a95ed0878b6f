import { type Prose, textOfProse } from '#contract/prose.ts'
import type { Zone } from '#contract/source.ts'
import { fold } from '#text/fold.ts'
import type { Span } from '#text/offsets.ts'
import { outside, streamOf } from '#text/streams.ts'
import { foldedStream } from '#text/words.ts'
import type { SqlFunctions } from '../../casebook/casebook.ts'

/**
 * What the index is fed with, as SQL functions for its views (migrations `0002-search` and, for lists, `0003-library`). A text without words gives ''.
 *
 * Boilerplate has a column of its own, where words count less. An import cuts the words of articles where it takes them apart
 * (`words-for-index.ts` of the sources) and brings them along; both must say the same.
 */
export const searchFunctions = {
  search_stream: (text: string | null) => foldedStream(text ?? ''),
  search_body: (text: string, zones: string) => streamOf(text, outside(boilerplateOf(zones), text.length)),
  search_boilerplate: (text: string, zones: string) => streamOf(text, boilerplateOf(zones)),
  search_cut: (chunk: string, next: string | null) => JSON.stringify(cutPieces(chunk, next ?? '')),
  search_letters: (text: string | null) => (text === null ? null : fold(text).trim()),
  search_prose: (prose: string | null) => (prose === null ? '' : foldedStream(textOfStoredProse(prose))),
} satisfies SqlFunctions

/** Characters of a piece of a long text: what is read of it to cut a passage. */
export const PIECE = 4_096

/**
 * A word belongs to the piece it begins in, so each piece reaches into what follows; `next`: how the text goes on behind the chunk. The
 * end of a word that began before is in it too, as a word that nobody misses.
 */
function cutPieces(chunk: string, next: string): { start: number; words: string }[] {
  const text = chunk + next
  const pieces: { start: number; words: string }[] = []
  for (let start = 0; start < chunk.length; start += PIECE)
    pieces.push({ start, words: foldedStream(text.slice(start, start + PIECE + OVERLAP)) })
  return pieces
}

/** Longer words are found in whole texts, but may not be marked in long ones. As the view of migration `0010-long-texts` has it. */
const OVERLAP = 256

/** The boilerplate among the zones of a source, in text order. */
export function boilerplateOf(zones: string): Span[] {
  return (JSON.parse(zones) as Zone[])
    .filter(({ kind }) => kind === 'boilerplate')
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
}

/** Stored prose was checked against the contract when it was written. */
export function textOfStoredProse(prose: string): string {
  return textOfProse(JSON.parse(prose) as Prose)
}
