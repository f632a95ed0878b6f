import type { Highlight } from '#contract/highlights.ts'
import type { Span } from '#contract/sources.ts'

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
