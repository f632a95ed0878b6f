import type { Highlight } from '#contract/highlights.ts'

/** What is kept, with the answer about some of them: new ones at the end, those that the answer leaves out gone. */
export function mergedHighlights(
  kept: readonly Highlight[],
  asked: readonly Highlight['id'][],
  answer: readonly Highlight[],
): Highlight[] {
  const fresh = new Map(answer.map((highlight) => [highlight.id, highlight]))
  const about = new Set(asked)
  const merged = kept.flatMap((highlight) => {
    if (!about.has(highlight.id)) return highlight
    const newer = fresh.get(highlight.id)
    fresh.delete(highlight.id)
    return newer ?? []
  })
  return [...merged, ...fresh.values()]
}
