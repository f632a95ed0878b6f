import type { Passage } from '#contract/highlights.ts'
import type { Span } from '#contract/source.ts'
import { matchQuote, type QuoteMatch } from '#text/anchoring/match-quote.ts'
import type { PreparedText } from '#text/anchoring/prepared-text.ts'

/** What became of a whole mark on another text: all its stretches together. */
export type FoundAgain =
  | {
      readonly outcome: 'exact' | 'moved' | 'fuzzy'
      readonly score: number
      readonly reason: string | null
      readonly spans: Span[]
    }
  | { readonly outcome: 'orphan'; readonly score: number; readonly reason: string }

/**
 * The worst stretch decides: a mark with gaps of which one stretch is lost is an orphan, because half of it would
 * say something else.
 */
export function findAgain(passages: readonly Passage[], now: PreparedText, madeOn: PreparedText): FoundAgain {
  const matches = passages.map((passage) => matchQuote(passage, now, madeOn))
  const spans = matches.flatMap((match) => (match.outcome === 'orphan' ? [] : [spanOf(match)]))
  const score = Math.min(...matches.map((match) => match.score))
  const lost = matches.find((match) => match.outcome === 'orphan')
  if (lost !== undefined) return { outcome: 'orphan', score, reason: lost.reason }
  if (!stayInOrder(spans))
    return { outcome: 'orphan', score, reason: 'Its stretches no longer follow one another.' }
  const fuzzy = matches.find((match) => match.outcome === 'fuzzy')
  if (fuzzy !== undefined) return { outcome: 'fuzzy', score, reason: fuzzy.reason, spans }
  const moved = matches.some((match) => match.outcome === 'moved')
  return { outcome: moved ? 'moved' : 'exact', score, reason: null, spans }
}

function spanOf({ start, end }: Exclude<QuoteMatch, { outcome: 'orphan' }>): Span {
  return { start, end }
}

function stayInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start }, at) => start >= (spans[at - 1]?.end ?? 0))
}
