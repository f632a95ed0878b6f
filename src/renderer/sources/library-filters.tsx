import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { MetadataField } from '#contract/sources.ts'
import { useAnswer } from '../session/session.tsx'
import { useLibrary } from './library-store.ts'
import './library-filters.css'

/** Ways to narrow the library down to what needs work: the sources that do not say something. */

const filters: readonly { readonly id: MetadataField | 'all'; readonly label: string }[] = [
  { id: 'all', label: 'All sources' },
  { id: 'title', label: 'Without a title' },
  { id: 'publisher', label: 'Without a publisher' },
  { id: 'author', label: 'Without an author' },
  { id: 'published', label: 'Without a date' },
]

export function LibraryFilters() {
  const { missing, setMissing } = useLibrary()
  return (
    <ToggleButtonGroup
      aria-label="Show"
      orientation="vertical"
      selectionMode="single"
      disallowEmptySelection
      className="library-filters"
      selectedKeys={[missing ?? 'all']}
      onSelectionChange={(keys) => {
        const chosen = filters.find(({ id }) => keys.has(id))
        if (chosen !== undefined) setMissing(chosen.id === 'all' ? null : chosen.id)
      }}
    >
      {filters.map(({ id, label }) => (
        <ToggleButton key={id} id={id} className="library-filter">
          <span className="library-filter-words">{label}</span>
          <Count missing={id === 'all' ? null : id} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function Count({ missing }: { readonly missing: MetadataField | null }) {
  const { data } = useAnswer('sources.list', { limit: 1, ...(missing === null ? {} : { missing }) })
  return <span className="library-filter-count">{data?.total.toLocaleString('en')}</span>
}
