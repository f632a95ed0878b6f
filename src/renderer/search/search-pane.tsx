import type { FacetValue, SearchFacet } from '#contract/search.ts'
import { EmptyState } from '../parts/states.tsx'
import { useAnswer, usePlace } from '../session/session.tsx'
import { dateInWords, languageInWords } from '../sources/sources.tsx'

const facets = [
  { id: 'publisher', label: 'Publisher' },
  { id: 'author', label: 'Author' },
  { id: 'month', label: 'Month' },
  { id: 'entity', label: 'Entity' },
  { id: 'type', label: 'Type of highlight' },
  { id: 'tag', label: 'Tag' },
  { id: 'language', label: 'Language' },
] as const satisfies readonly { id: SearchFacet; label: string }[]

/** Beside the results: what the query was understood as, and what narrows it down. */
export function SearchPane({ query }: { readonly query: string }) {
  const asked = query.trim()
  const { data } = useAnswer(
    'search.run',
    asked === '' ? null : { query: asked, limit: 0, facets: facets.map(({ id }) => id), explain: true },
    { keep: true },
  )
  if (asked === '' || data === undefined) {
    return (
      <EmptyState title="Narrow it down">
        What is found is counted here by publisher, author, month and entity.
      </EmptyState>
    )
  }
  return (
    <div className="search-pane">
      {data.explained.length > 1 && (
        <section aria-label="Understood as">
          <h2>Understood as</h2>
          <ul>
            {data.explained.map(({ part, meaning, total }) => (
              <li key={part} className="search-facet-row">
                <bdi>{meaning}</bdi>
                <span className="search-facet-count">{total.toLocaleString('en')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {facets.map(({ id, label }) => (
        <Facet key={id} label={label} facet={id} values={data.facets[id] ?? []} query={asked} />
      ))}
    </div>
  )
}

/** Values beyond these are rarely what somebody looks for. */
const mostValues = 8

interface FacetProps {
  readonly label: string
  readonly facet: SearchFacet
  readonly values: readonly FacetValue[]
  readonly query: string
}

/** Pressing a value adds it to the query, where it can be seen and taken away again. */
function Facet({ label, facet, values, query }: FacetProps) {
  const go = usePlace((state) => state.go)
  if (values.length === 0) return null
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <ul>
        {values.slice(0, mostValues).map((value) => (
          <li key={value.value}>
            <button
              type="button"
              className="search-facet-row search-facet"
              onClick={() => go({ kind: 'search', query: `${query} ${value.query}` })}
            >
              <span className="only-spoken">Only </span>
              <bdi className="one-line">{valueInWords(facet, value.value)}</bdi>
              <span className="search-facet-count">{value.count.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function valueInWords(facet: SearchFacet, value: string): string {
  if (facet === 'month') return dateInWords(value)
  return facet === 'language' ? languageInWords(value) : value
}
