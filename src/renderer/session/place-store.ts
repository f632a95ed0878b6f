import { create } from 'zustand'
import type { BriefId, EntityId, SearchId, SourceId } from '#contract/ids.ts'
import type { SearchScope, SearchSort } from '#contract/search.ts'
import { isBesideHeld } from './held-key.ts'
import { goneOn, openedBeside, type Side, type SourcePlace, withoutSide } from './side-by-side.ts'

/** Where the analyst is, and the way they came. */
export type Place =
  | { readonly kind: 'library' }
  /** Two sources, word by word. */
  | { readonly kind: 'difference'; readonly from: SourceId; readonly to: SourceId }
  /** Where words come from. */
  | { readonly kind: 'trace'; readonly text: string }
  | SourcePlace
  | SearchPlace
  | { readonly kind: 'queries' }
  | { readonly kind: 'entities' }
  | { readonly kind: 'entity'; readonly id: EntityId }
  | { readonly kind: 'briefs' }
  | { readonly kind: 'brief'; readonly id: BriefId }
  /** What became of marks on newer versions. */
  | { readonly kind: 'review' }
  /** The casebook's own types and tags. */
  | { readonly kind: 'types' }
  | { readonly kind: 'history' }

/** A search as it stands on the screen: its words, and what narrows them down. */
export interface SearchPlace extends Readonly<SearchScope> {
  readonly kind: 'search'
  readonly query: string
  readonly sort?: SearchSort | undefined
  /** The saved search that was opened: what is new in it is marked. */
  readonly saved?: SearchId | undefined
}

export interface HowToGo {
  /** The same page with other words (a query typed on): it is no new step of the way. */
  readonly replace?: boolean
  /** A source comes beside the one that is read, or was read last. By default while Ctrl or Cmd is held. */
  readonly beside?: boolean
}

export interface PlaceState {
  readonly place: Place
  /** Of two sources beside each other, the one that keys and panes are about. */
  readonly side: Side
  readonly past: readonly Place[]
  readonly future: readonly Place[]
  readonly go: (place: Place, how?: HowToGo) => void
  readonly back: () => void
  readonly forward: () => void
  readonly turnTo: (side: Side) => void
  readonly closeSide: (side: Side) => void
}

const longestPast = 200

export const usePlace = create<PlaceState>()((set) => ({
  place: { kind: 'library' },
  side: 'first',
  past: [],
  future: [],
  go: (wanted, { replace = false, beside = isBesideHeld() } = {}) =>
    set((state) => {
      const { place, side } = arrival(state, wanted, beside)
      return replace || samePlace(state.place, place) ? { place, side } : { ...stepTo(state, place), side }
    }),
  back: () =>
    set(({ place, past, future }) => {
      const last = past.at(-1)
      if (last === undefined) return {}
      return { place: last, side: 'first', past: past.slice(0, -1), future: [place, ...future] }
    }),
  forward: () =>
    set(({ place, past, future }) => {
      const [next, ...rest] = future
      if (next === undefined) return {}
      return { place: next, side: 'first', past: [...past, place], future: rest }
    }),
  turnTo: (side) => set((state) => (state.side === side ? state : { side })),
  closeSide: (side) =>
    set((state) =>
      state.place.kind === 'source' && state.place.beside !== undefined
        ? { ...stepTo(state, withoutSide(state.place, side)), side: 'first' }
        : {},
    ),
}))

function stepTo(state: PlaceState, place: Place): Pick<PlaceState, 'place' | 'past' | 'future'> {
  return { place, past: [...state.past, state.place].slice(-longestPast), future: [] }
}

/** Going on inside two sources that are read beside each other keeps both. */
function arrival(state: PlaceState, wanted: Place, beside: boolean): Pick<PlaceState, 'place' | 'side'> {
  if (wanted.kind !== 'source' || wanted.beside !== undefined) return { place: wanted, side: 'first' }
  const here = state.place.kind === 'source' ? state.place : null
  if (here !== null && !beside) return goneOn({ place: here, side: state.side }, wanted)
  if (!beside) return { place: wanted, side: 'first' }
  const read = here ?? state.past.findLast((place) => place.kind === 'source')
  if (read === undefined) return { place: wanted, side: 'first' }
  return openedBeside({ place: read, side: here === null ? 'first' : state.side }, wanted)
}

function samePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
