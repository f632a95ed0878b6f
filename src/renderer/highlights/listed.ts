import type { Anchoring, Highlight } from '#contract/highlights.ts'
import type { EntityId, TypeId } from '#contract/ids.ts'
import { fold } from '#text/fold.ts'
import { labelOf, type TypesById } from './mark-looks.ts'
import { inTextOrder } from './neighbours.ts'

export type HighlightSort = 'place' | 'newest' | 'type'

/** Highlights that have no type. */
export const untyped = 'untyped'

/** What narrows a list of highlights down; null narrows nothing. */
export interface HighlightFilters {
  readonly type: TypeId | typeof untyped | null
  /** This tag or one inside it. */
  readonly tag: string | null
  readonly entity: EntityId | null
  readonly state: Anchoring['state'] | null
}

export const noFilters: HighlightFilters = { type: null, tag: null, entity: null, state: null }

export interface Listing extends Partial<HighlightFilters> {
  readonly sort: HighlightSort
  readonly filter: string
}

/** The highlights as the pane lists them: those whose words, tags, note or type hold the letters, in the order asked for. */
export function listed(
  highlights: readonly Highlight[],
  types: TypesById,
  { sort, filter, type = null, tag = null, entity = null, state = null }: Listing,
): Highlight[] {
  const sought = fold(filter.trim())
  const kept = highlights.filter(
    (one) =>
      (type === null || (one.type ?? untyped) === type) &&
      (tag === null || one.tags.some((name) => name === tag || name.startsWith(`${tag}/`))) &&
      (entity === null || one.entities.includes(entity)) &&
      (state === null || one.anchoring.state === state) &&
      (sought === '' || fold(wordsOf(one, types)).includes(sought)),
  )
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
