import type { Highlight } from '#contract/highlights.ts'
import type { Span } from '#contract/source.ts'

/** From the beginning of a mark to its end, over its gaps. */
export function wholeOf({ passages }: Highlight): Span {
  return { start: passages[0]?.start ?? 0, end: passages.at(-1)?.end ?? 0 }
}

/** The spans of a mark whose outer ends were moved: passages that fall outside are gone, the others keep their gaps. */
export function spansWithin({ passages }: Highlight, whole: Span): Span[] {
  const last = passages.length - 1
  return passages
    .map(({ start, end }, index) => ({
      start: index === 0 ? whole.start : Math.max(start, whole.start),
      end: index === last ? whole.end : Math.min(end, whole.end),
    }))
    .filter(({ start, end }) => start < end)
}

/** The spans of a mark with another one: the engine joins what touches. */
export function spansWith({ passages }: Highlight, { start, end }: Span): Span[] {
  return [...passages.map((passage) => ({ start: passage.start, end: passage.end })), { start, end }]
}

/** What is left of a mark without a stretch of the text: a gap may part one of its passages in two. */
export function spansWithout({ passages }: Highlight, gap: Span): Span[] {
  return passages
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, gap.start) },
      { start: Math.max(start, gap.end), end },
    ])
    .filter(({ start, end }) => start < end)
}

export function touches({ passages }: Highlight, span: Span): boolean {
  return passages.some(({ start, end }) => start < span.end && span.start < end)
}
