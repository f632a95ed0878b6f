import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { FacetValue, SearchFacet } from '#contract/search.ts'
import { Button } from '../parts/button.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { filterState, withFilter } from './asked.ts'
import { facetWords, valueInWords } from './search-chips.tsx'

/** Beyond these a value is rarely what somebody looks for. */
const usuallyShown = 8

interface FacetListProps {
  readonly place: SearchPlace
  readonly facet: SearchFacet
  readonly values: readonly FacetValue[]
}

/** How the hits divide by one facet. Each value can be included or excluded; its count says what choosing it gives. */
export function FacetList({ place, facet, values }: FacetListProps) {
  const [all, setAll] = useState(false)
  if (values.length === 0) return null
  const label = facetWords[facet]
  const shown = all
    ? values
    : values.filter(({ value }, at) => at < usuallyShown || filterState(place, facet, value) !== null)
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <ul>
        {shown.map((value) => (
          <FacetRow key={value.value} place={place} facet={facet} value={value} />
        ))}
      </ul>
      {values.length > usuallyShown && (
        <Button tone="quiet" onPress={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${values.length.toLocaleString('en')}`}
          <span className="only-spoken"> of {label}</span>
        </Button>
      )}
    </section>
  )
}

interface FacetRowProps extends Pick<FacetListProps, 'place' | 'facet'> {
  readonly value: FacetValue
}

function FacetRow({ place, facet, value: { value, count } }: FacetRowProps) {
  const go = usePlace((state) => state.go)
  const state = filterState(place, facet, value)
  const words = valueInWords(facet, value)
  const choose = (how: 'include' | 'exclude') => (isOn: boolean) =>
    go(withFilter(place, { facet, value }, isOn ? how : null))
  return (
    <li className="facet-row" data-state={state ?? undefined}>
      <ToggleButton className="facet-value" isSelected={state === 'include'} onChange={choose('include')}>
        <span className="only-spoken">Only </span>
        <bdi className="one-line">{words}</bdi>
        <span className="search-facet-count">{count.toLocaleString('en')}</span>
      </ToggleButton>
      <ToggleButton className="facet-without" isSelected={state === 'exclude'} onChange={choose('exclude')}>
        not<span className="only-spoken"> {words}</span>
      </ToggleButton>
    </li>
  )
}
