import type { SearchFacet, SearchFilter } from '#contract/search.ts'
import { Tags } from '../parts/tag.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { dateInWords, languageInWords } from '../sources/sources.tsx'
import { onlyKind, withFilter } from './asked.ts'

/** What narrows the search down, each part to be taken away: earlier queries, days, values. */
export function SearchChips({ place }: { readonly place: SearchPlace }) {
  const go = usePlace((state) => state.go)
  const parts = [
    ...withinParts(place),
    ...dayParts(place),
    ...chipFilters(place).map((one) => filterPart(place, one)),
  ]
  if (parts.length === 0) return null
  return (
    <div className="search-chips">
      <Tags
        label="Narrowed down to"
        tags={parts}
        onRemove={(id) => {
          const part = parts.find((one) => one.id === id)
          if (part !== undefined) go(part.without)
        }}
      />
    </div>
  )
}

interface Part {
  readonly id: string
  readonly label: string
  /** Where its removal leads. */
  readonly without: SearchPlace
}

function withinParts(place: SearchPlace): Part[] {
  const { within = [] } = place
  return within.map((query, at) => ({
    id: `within ${at}`,
    label: `Within ${query}`,
    without: { ...place, within: within.toSpliced(at, 1) },
  }))
}

function dayParts(place: SearchPlace): Part[] {
  const { published, ...without } = place
  return published === undefined ? [] : [{ id: 'published', label: daysInWords(published), without }]
}

/** One kind of thing is chosen above the hits, and shown there. */
function chipFilters(place: SearchPlace): readonly SearchFilter[] {
  const { filters = [] } = place
  return onlyKind(place) === null ? filters : filters.filter(({ facet }) => facet !== 'kind')
}

function filterPart(place: SearchPlace, { facet, value, exclude }: SearchFilter): Part {
  const words = `${facetWords[facet]}: ${valueInWords(facet, value)}`
  return {
    id: `${facet} ${value}`,
    label: exclude === true ? `Without ${words}` : words,
    without: withFilter(place, { facet, value }, null),
  }
}

export function daysInWords(published: NonNullable<SearchPlace['published']>): string {
  if (published === 'undated') return 'Undated'
  const { from, to } = published
  const [first, last] = [from, to].map((day) => dateInWords(shortDay(day, from, to)))
  return first === last ? `Published ${first}` : `Published ${first} – ${last}`
}

/** Whole months and years are told as such. */
function shortDay(day: string, from: string, to: string): string {
  if (!from.endsWith('-01') || !isLastOfMonth(to)) return day
  return from.endsWith('-01-01') && to.endsWith('-12-31') ? day.slice(0, 4) : day.slice(0, 7)
}

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1
}

export const facetWords: Readonly<Record<SearchFacet, string>> = {
  kind: 'Kind',
  publisher: 'Publisher',
  author: 'Author',
  month: 'Month',
  language: 'Language',
  type: 'Type of highlight',
  tag: 'Tag',
  entity: 'Entity',
  grade: 'Grade',
}

const kindWords: Readonly<Record<string, string>> = {
  source: 'Sources',
  highlight: 'Highlights',
  note: 'Notes',
  entity: 'Entities',
  brief: 'Briefs',
}

export function valueInWords(facet: SearchFacet, value: string): string {
  if (facet === 'kind') return kindWords[value] ?? value
  if (facet === 'month') return dateInWords(value)
  return facet === 'language' ? languageInWords(value) : value
}
