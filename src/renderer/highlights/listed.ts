import type { Highlight } from '#contract/highlights.ts'
import { fold } from '#text/fold.ts'
import { labelOf, type TypesById } from './mark-looks.ts'
import { inTextOrder } from './neighbours.ts'

export type HighlightSort = 'place' | 'newest' | 'type'

/** The highlights as the pane lists them: those whose words, tags, note or type hold the letters, in the order asked for. */
export function listed(
  highlights: readonly Highlight[],
  types: TypesById,
  { sort, filter }: { readonly sort: HighlightSort; readonly filter: string },
): Highlight[] {
  const sought = fold(filter.trim())
  const kept =
    sought === '' ? highlights : highlights.filter((one) => fold(wordsOf(one, types)).includes(sought))
  const byPlace = inTextOrder(kept)
  switch (sort) {
    case 'place':
      return byPlace
    case 'newest':
      return byPlace.sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0))
    case 'type':
      return byPlace.sort((a, b) => rankOf(a, types) - rankOf(b, types))
  }
}

function wordsOf(highlight: Highlight, types: TypesById): string {
  return [...highlight.passages.map(({ quote }) => quote), labelOf(highlight, types)].join('\n')
}

/** Types in the order of the casebook; those without one last. */
function rankOf({ type }: Highlight, types: TypesById): number {
  return type === null ? types.size : [...types.keys()].indexOf(type)
}
