import { create } from 'zustand'
import type { CallInput } from '#contract/engine.ts'
import type { SourceId } from '#contract/ids.ts'
import type { MetadataField } from '#contract/source.ts'
import { type Chosen, nothingChosen } from './chosen-sources.ts'

type SourceSort = NonNullable<CallInput<'sources.list'>['sort']>

/** What the library shows and what is chosen in it: shared by the table, the filters on its left and the pane on its right. */
interface LibraryState {
  readonly filter: string
  readonly missing: MetadataField | null
  /** Whether versions that were replaced by newer ones are among them. */
  readonly older: boolean
  readonly sort: SourceSort
  readonly descending: boolean
  readonly chosen: Chosen
  /** The one whose details are shown. */
  readonly shown: SourceId | null
  readonly setFilter: (filter: string) => void
  readonly setMissing: (missing: MetadataField | null) => void
  readonly setOlder: (older: boolean) => void
  /** The same column again turns the order round. */
  readonly sortBy: (sort: SourceSort) => void
  readonly choose: (chosen: Chosen) => void
  readonly show: (shown: SourceId | null) => void
}

export const useLibrary = create<LibraryState>()((set) => ({
  filter: '',
  missing: null,
  older: false,
  sort: 'imported',
  descending: true,
  chosen: nothingChosen,
  shown: null,
  // What can no longer be seen is no longer chosen.
  setFilter: (filter) => set({ filter, chosen: nothingChosen }),
  setMissing: (missing) => set({ missing, chosen: nothingChosen }),
  setOlder: (older) => set({ older, chosen: nothingChosen }),
  sortBy: (sort) =>
    set((state) => ({
      sort,
      descending: state.sort === sort ? !state.descending : newestFirst.has(sort),
    })),
  choose: (chosen) => set({ chosen }),
  show: (shown) => set({ shown }),
}))

const newestFirst: ReadonlySet<SourceSort> = new Set(['published', 'imported', 'words', 'unstated'])

/** The question behind the table. */
export function libraryQuestion({
  filter,
  missing,
  older,
  sort,
  descending,
}: LibraryState): CallInput<'sources.list'> {
  return {
    sort,
    descending,
    ...(filter.trim() === '' ? {} : { filter: filter.trim() }),
    ...(missing === null ? {} : { missing }),
    ...(older ? {} : { newest: true }),
  }
}
