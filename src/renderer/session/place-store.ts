import { create } from 'zustand'
import type { BriefId, EntityId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/sources.ts'

/** Where the analyst is, and the way they came. */
export type Place =
  | { readonly kind: 'library' }
  | {
      readonly kind: 'source'
      readonly id: SourceId
      /** The passage to show, as UTF-16 offsets on the source's text. */
      readonly span?: Span | undefined
      /** The search that led here: its matches are marked and can be walked. */
      readonly query?: string | undefined
    }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'entities' }
  | { readonly kind: 'entity'; readonly id: EntityId }
  | { readonly kind: 'briefs' }
  | { readonly kind: 'brief'; readonly id: BriefId }
  | { readonly kind: 'history' }

export interface PlaceState {
  readonly place: Place
  readonly past: readonly Place[]
  readonly future: readonly Place[]
  /** `replace`: the same page with other words (a query typed on); it is no new step of the way. */
  readonly go: (place: Place, how?: { readonly replace?: boolean }) => void
  readonly back: () => void
  readonly forward: () => void
}

const longestPast = 200

export const usePlace = create<PlaceState>()((set) => ({
  place: { kind: 'library' },
  past: [],
  future: [],
  go: (place, { replace = false } = {}) =>
    set((state) =>
      replace || samePlace(state.place, place)
        ? { place }
        : { place, past: [...state.past, state.place].slice(-longestPast), future: [] },
    ),
  back: () =>
    set(({ place, past, future }) => {
      const last = past.at(-1)
      return last === undefined ? {} : { place: last, past: past.slice(0, -1), future: [place, ...future] }
    }),
  forward: () =>
    set(({ place, past, future }) => {
      const [next, ...rest] = future
      return next === undefined ? {} : { place: next, past: [...past, place], future: rest }
    }),
}))

function samePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
