import { useState } from 'react'
import type { FacetValue, SearchFacet } from '#contract/search.ts'
import { Button } from '../parts/button.tsx'
import type { SearchPlace } from '../session/session.tsx'
import { filterState } from './asked.ts'
import { FacetDialog } from './facet-dialog.tsx'
import { FacetRow } from './facet-row.tsx'
import { facetWords } from './search-chips.tsx'

/** Beyond these a value is rarely what somebody looks for. */
const usuallyShown = 8

interface FacetListProps {
  readonly place: SearchPlace
  readonly facet: SearchFacet
  /** The most frequent. */
  readonly values: readonly FacetValue[]
  /** How many there are. */
  readonly total: number
}

/** How the hits divide by one facet. Each value can be included or excluded; its count says what choosing it gives. */
export function FacetList({ place, facet, values, total }: FacetListProps) {
  const [all, setAll] = useState(false)
  // One kind of thing divides nothing, and stands above the hits already.
  if (values.length < (facet === 'kind' ? 2 : 1)) return null
  const label = facetWords[facet]
  const shown = values.filter(
    ({ value }, at) => at < usuallyShown || filterState(place, facet, value) !== null,
  )
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <ul>
        {shown.map((value) => (
          <FacetRow key={value.value} place={place} facet={facet} value={value} />
        ))}
      </ul>
      {total > usuallyShown && (
        <Button tone="quiet" onPress={() => setAll(true)}>
          All {total.toLocaleString('en')}…<span className="only-spoken"> values of {label}</span>
        </Button>
      )}
      {all && <FacetDialog place={place} facet={facet} onClose={() => setAll(false)} />}
    </section>
  )
}
