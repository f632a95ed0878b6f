import { type SearchKind, searchKind } from '#contract/search.ts'
import { Segments } from '../parts/segments.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { askedOf, onlyKind } from './asked.ts'
import { useKindCounts } from './kind-counts.ts'
import { valueInWords } from './search-chips.tsx'

type KindChosen = SearchKind | 'all'

/** Everything, or one kind of thing; each says how many of it are found. */
export function KindChoice({ place }: { readonly place: SearchPlace }) {
  const go = usePlace((state) => state.go)
  const counts = useKindCounts(askedOf(place))?.facets.kind
  const others = (place.filters ?? []).filter(({ facet }) => facet !== 'kind')
  const label = (kind: SearchKind) => {
    const count = counts === undefined ? null : (counts.find(({ value }) => value === kind)?.count ?? 0)
    return count === null
      ? valueInWords('kind', kind)
      : `${valueInWords('kind', kind)} ${count.toLocaleString('en')}`
  }
  return (
    <Segments<KindChosen>
      label="Search in"
      choices={[
        { id: 'all', label: 'Everything' },
        ...searchKind.options.map((kind) => ({ id: kind, label: label(kind) })),
      ]}
      value={onlyKind(place) ?? 'all'}
      onChange={(kind) =>
        go({ ...place, filters: kind === 'all' ? others : [...others, { facet: 'kind', value: kind }] })
      }
    />
  )
}
