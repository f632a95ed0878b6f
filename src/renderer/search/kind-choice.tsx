import { Segments } from '../parts/segments.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { askedOf } from './asked.ts'
import { useKindCounts } from './kind-counts.ts'
import { valueInWords } from './search-chips.tsx'

const kinds = ['source', 'highlight', 'note', 'entity', 'brief'] as const
type KindChosen = (typeof kinds)[number] | 'all'

/** Everything, or one kind of thing; each says how many of it are found. */
export function KindChoice({ place }: { readonly place: SearchPlace }) {
  const go = usePlace((state) => state.go)
  const counts = useKindCounts(askedOf(place))?.facets.kind
  const others = (place.filters ?? []).filter(({ facet }) => facet !== 'kind')
  const [only, more] = (place.filters ?? []).filter(({ facet }) => facet === 'kind')
  const chosen =
    kinds.find((kind) => more === undefined && only?.exclude !== true && kind === only?.value) ?? 'all'
  const label = (kind: (typeof kinds)[number]) => {
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
        ...kinds.map((kind) => ({ id: kind, label: label(kind) })),
      ]}
      value={chosen}
      onChange={(kind) =>
        go({ ...place, filters: kind === 'all' ? others : [...others, { facet: 'kind', value: kind }] })
      }
    />
  )
}
