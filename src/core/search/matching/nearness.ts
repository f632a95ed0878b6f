import type { SearchHit } from '#contract/search.ts'
import type { Span } from '#text/offsets.ts'
import type { Page } from './rank-items.ts'

/**
 * How near the words of a query stand to each other in a text, and the order that makes of the hits.
 *
 * BM25 ranks everything; nearness then orders what shares a screen: each twenty hits in a row, so that it need not be known of all
 * hits, and that a page holds the same hits as BM25 would give it.
 */
const SCREEN = 20
/** What words that stand side by side add to the score, as a share of it. */
const MOST_GAIN = 0.25
/** At so many characters apart, half of that. */
const HALFWAY = 50

/** The whole screens that a page lies on. */
export function screensRound({ offset, limit }: Page): Page {
  const start = Math.floor(offset / SCREEN) * SCREEN
  const end = Math.ceil((offset + limit) / SCREEN) * SCREEN
  return { offset: start, limit: end - start }
}

/**
 * Screen by screen: the higher score first, then the newer; what has no date last. What belongs to one source stands together, where the
 * best of it stands.
 */
export function orderScreens(hits: readonly SearchHit[]): SearchHit[] {
  const ordered: SearchHit[] = []
  for (let at = 0; at < hits.length; at += SCREEN) {
    const screen = hits.slice(at, at + SCREEN).sort(byScoreThenDate)
    ordered.push(...[...Map.groupBy(screen, ({ source, id }) => source ?? id).values()].flat())
  }
  return ordered
}

function byScoreThenDate(a: SearchHit, b: SearchHit): number {
  if (a.score !== b.score) return b.score - a.score
  const [dateA, dateB] = [a.published ?? '', b.published ?? '']
  return dateA === dateB ? 0 : dateA < dateB ? 1 : -1
}

/** What is added to the score where the parts of a query stand near each other, as a share of it: nothing for one part alone. */
export function gainFor(parts: readonly (readonly Span[])[]): number {
  const gap = parts.length < 2 ? null : smallestGap(parts)
  return gap === null ? 0 : MOST_GAIN / (1 + gap / HALFWAY)
}

/** The fewest characters that lie between matches of all parts (each ascending), in any order; null where one part stands nowhere. */
function smallestGap(parts: readonly (readonly Span[])[]): number | null {
  const next = parts.map(() => 0)
  const latest: Span[] = []
  let smallest: number | null = null
  for (let part = partBefore(parts, next); part !== null; part = partBefore(parts, next)) {
    const match = parts[part]?.[next[part] ?? 0]
    if (match === undefined) break
    latest[part] = match
    next[part] = (next[part] ?? 0) + 1
    const gap = next.includes(0) ? null : gapOf(latest)
    if (gap !== null && (smallest === null || gap < smallest)) smallest = gap
  }
  return smallest
}

/** The part whose next match comes first in the text; null behind the last one. */
function partBefore(parts: readonly (readonly Span[])[], next: readonly number[]): number | null {
  let first: number | null = null
  let start = Number.POSITIVE_INFINITY
  for (const [part, matches] of parts.entries()) {
    const match = matches[next[part] ?? 0]
    if (match !== undefined && match.start < start) {
      first = part
      start = match.start
    }
  }
  return first
}

function gapOf(spans: readonly Span[]): number {
  let [start, end, covered] = [Number.POSITIVE_INFINITY, 0, 0]
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
    covered += span.end - span.start
  }
  return Math.max(0, end - start - covered)
}
