import type { CallInput } from '#contract/engine.ts'
import { type SearchFilter, type SearchKind, type SearchScope, searchKind } from '#contract/search.ts'
import type { SearchPlace } from '../session/session.tsx'

/** From what stands on the screen to what the engine is asked. */

export type Asked = Pick<CallInput<'search.run'>, 'query' | keyof SearchScope>

/** Null where there is nothing to search for. */
export function askedOf({
  query,
  within = [],
  filters,
  published,
  newest = true,
}: SearchPlace): Asked | null {
  const typed = query.trim()
  // Before new words are typed, the results within which they will search stay.
  const words = typed === '' ? (within.at(-1) ?? '') : typed
  const before = typed === '' ? within.slice(0, -1) : within
  if (words === '') return null
  return {
    query: words,
    newest,
    ...(before.length === 0 ? {} : { within: [...before] }),
    ...(filters === undefined || filters.length === 0 ? {} : { filters }),
    ...(published === undefined ? {} : { published }),
  }
}

/** The words alone, as one query: what the reader marks in a source. */
export function wordsOf({ query, within = [] }: Asked): string {
  return within.length === 0 ? query : [...within, query].map((one) => `(${one})`).join(' ')
}

/** The place with this value included, excluded, or (null) neither. */
export function withFilter(
  place: SearchPlace,
  { facet, value }: Pick<SearchFilter, 'facet' | 'value'>,
  how: 'include' | 'exclude' | null,
): SearchPlace {
  const others = (place.filters ?? []).filter((one) => one.facet !== facet || one.value !== value)
  const filters =
    how === null
      ? others
      : [...others, how === 'include' ? { facet, value } : { facet, value, exclude: true }]
  return { ...place, filters }
}

/** What is done with a value now. */
export function filterState(
  { filters = [] }: SearchPlace,
  facet: SearchFilter['facet'],
  value: string,
): 'include' | 'exclude' | null {
  const filter = filters.find((one) => one.facet === facet && one.value === value)
  if (filter === undefined) return null
  return filter.exclude === true ? 'exclude' : 'include'
}

/** The one kind of thing that is searched; null where there are several, or some are left out. */
export function onlyKind({ filters = [] }: SearchPlace): SearchKind | null {
  const [only, more] = filters.filter(({ facet }) => facet === 'kind')
  if (more !== undefined || only?.exclude === true) return null
  return searchKind.options.find((kind) => kind === only?.value) ?? null
}
