import type { Span } from './offsets.ts'
import { foldedStream } from './words.ts'

/**
 * What a full-text index is fed with for a text that has parts which count less (boilerplate): those in one stream of words, all else in
 * another. A phrase does not reach from the one into the other: where something is left out, a sign that nobody can search for
 * stands between the words on both sides.
 */

/** Stands where a phrase may not reach across; no word of a text (those are letters and digits). */
const GAP = '¶'

/** The words of the spans (ascending), folded. A text without words gives ''. */
export function streamOf(text: string, spans: readonly Span[]): string {
  const streams = spans.map(({ start, end }) => foldedStream(text.slice(start, end)))
  return streams.filter((stream) => stream !== '').join(` ${GAP} `)
}

/** What lies between the spans (ascending), and before and behind them. */
export function outside(spans: readonly Span[], length: number): Span[] {
  const left: Span[] = []
  let start = 0
  for (const span of spans) {
    if (span.start > start) left.push({ start, end: span.start })
    start = Math.max(start, span.end)
  }
  if (start < length) left.push({ start, end: length })
  return left
}
