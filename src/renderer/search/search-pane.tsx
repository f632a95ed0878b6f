import type { ExplainedPart, SearchFacet } from '#contract/search.ts'
import { EmptyState } from '../parts/states.tsx'
import { type SearchPlace, useAnswer } from '../session/session.tsx'
import { askedOf } from './asked.ts'
import { FacetList } from './facet-list.tsx'

const facets = [
  'publisher',
  'entity',
  'author',
  'month',
  'type',
  'tag',
  'grade',
  'language',
  'kind',
] as const satisfies readonly SearchFacet[]

/** All others are asked for when somebody wants to see them. */
const mostValues = 30

/** Beside the results: what the query was understood as, and what narrows it down. */
export function SearchPane({ place }: { readonly place: SearchPlace }) {
  const asked = askedOf(place)
  const { data } = useAnswer(
    'search.run',
    asked === null
      ? null
      : { ...asked, limit: 0, facets: [...facets], facetValues: mostValues, explain: true },
    { keep: true },
  )
  if (asked === null || data === undefined) {
    return (
      <EmptyState title="Narrow it down">
        What is found is counted here by publisher, entity, author, month, tag and more: each can be asked for
        alone, or left out.
      </EmptyState>
    )
  }
  return (
    <div className="search-pane">
      <Explained parts={data.explained} />
      {facets.map((facet) => (
        <FacetList
          key={facet}
          place={place}
          facet={facet}
          values={data.facets[facet] ?? []}
          total={data.facetTotals[facet] ?? 0}
        />
      ))}
    </div>
  )
}

function Explained({ parts }: { readonly parts: readonly ExplainedPart[] }) {
  if (parts.length === 0) return null
  return (
    <section aria-label="Understood as">
      <h2>Understood as</h2>
      <ul>
        {parts.map(({ part, meaning, total }) => (
          <li key={part} className="explained-row">
            <bdi>{meaning}</bdi>
            <span className="search-facet-count">{total.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
