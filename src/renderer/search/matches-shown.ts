import type { SearchPassage } from '#contract/search.ts'

/** How many matches can be seen in these passages: a snippet may show several, and two snippets the same one. */
export function matchesShown(passages: readonly SearchPassage[]): number {
  return new Set(
    passages.flatMap(({ snippetStart, marks }) => marks.map(({ start }) => snippetStart + start)),
  ).size
}
