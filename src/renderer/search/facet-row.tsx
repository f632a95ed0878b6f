import { ToggleButton } from 'react-aria-components'
import type { FacetValue, SearchFacet } from '#contract/search.ts'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { filterState, withFilter } from './asked.ts'
import { valueInWords } from './search-chips.tsx'

interface FacetRowProps {
  readonly place: SearchPlace
  readonly facet: SearchFacet
  readonly value: FacetValue
}

/** A value of a facet: these alone, or all but these. */
export function FacetRow({ place, facet, value: { value, count } }: FacetRowProps) {
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
