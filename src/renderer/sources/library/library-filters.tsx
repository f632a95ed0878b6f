import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { MetadataField } from '#contract/source.ts'
import { Checkbox } from '../../parts/checkbox.tsx'
import { useAnswer } from '../../session/session.tsx'
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
  return (
    <>
      <Missing />
      <OlderVersions />
    </>
  )
}

function Missing() {
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

/** A version that was replaced says most things twice: it is shown where it is asked for. Nothing where there is none. */
function OlderVersions() {
  const { older, setOlder } = useLibrary()
  const all = useAnswer('sources.list', { limit: 1 }).data?.total ?? 0
  const newest = useAnswer('sources.list', { limit: 1, newest: true }).data?.total ?? all
  if (all === newest) return null
  return (
    <div className="library-older">
      <Checkbox
        label={`Older versions too (${(all - newest).toLocaleString('en')})`}
        isSelected={older}
        onChange={setOlder}
      />
    </div>
  )
}

function Count({ missing }: { readonly missing: MetadataField | null }) {
  const older = useLibrary((state) => state.older)
  const { data } = useAnswer('sources.list', {
    limit: 1,
    ...(older ? {} : { newest: true }),
    ...(missing === null ? {} : { missing }),
  })
  return <span className="library-filter-count">{data?.total.toLocaleString('en')}</span>
}
