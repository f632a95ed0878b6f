import { useMemo, useState } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { Button, ToggleIconButton } from '../parts/button.tsx'
import { Select } from '../parts/choices.tsx'
import { SearchField } from '../parts/fields.tsx'
import { CheckIcon, FilterIcon, HighlightIcon } from '../parts/icons.tsx'
import { LongList } from '../parts/long-list.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useAnswer, usePlace, useSelection } from '../session/session.tsx'
import { HighlightCard } from './highlight-card.tsx'
import { HighlightRow } from './highlight-row.tsx'
import { useHighlightsOf, useTypesById } from './highlights-of-source.ts'
import { type HighlightFilters, type HighlightSort, listed, noFilters } from './listed.ts'
import { useMarking } from './marking.ts'
import { PaneFilters } from './pane-filters.tsx'
import type { EntityPickerSlot, HighlightActionsSlot } from './slots.ts'
import './highlights-pane.css'

export interface HighlightsPaneProps {
  readonly source: SourceId
  readonly entityPicker: EntityPickerSlot
  readonly highlightActions?: HighlightActionsSlot
}

/** All highlights of a source are at hand: no stretch of rows has to be asked for. */
const allAtHand = () => {}
const none: readonly Highlight[] = []

const sorts: readonly { readonly id: HighlightSort; readonly label: string }[] = [
  { id: 'place', label: 'By place' },
  { id: 'newest', label: 'Newest first' },
  { id: 'type', label: 'By type' },
]

/** Everything that is marked in a source, as a list, and the current highlight as a card. */
export function HighlightsPane({ source, entityPicker, highlightActions }: HighlightsPaneProps) {
  const standing = useHighlightsOf(source)
  const orphans =
    useAnswer('highlights.list', { source, state: 'orphan' }, { keep: true }).data?.items ?? none
  const highlights = useMemo(
    () => (orphans.length === 0 ? standing : [...standing, ...orphans]),
    [standing, orphans],
  )
  const types = useTypesById()
  const [sort, setSort] = useState<HighlightSort>('place')
  const [filter, setFilter] = useState('')
  const [filters, setFilters] = useState<HighlightFilters>(noFilters)
  const [showsFilters, showFilters] = useState(false)
  const { highlight, select } = useSelection()
  const go = usePlace((state) => state.go)
  const shown = useMemo(
    () => listed(highlights, types, { sort, filter, ...filters }),
    [highlights, types, sort, filter, filters],
  )
  const marking = useMarking(source)
  const current = highlights.find(({ id }) => id === highlight) ?? null

  const open = ({ id, passages, anchoring }: Highlight) => {
    const [passage] = passages
    if (passage !== undefined && anchoring.state !== 'orphan')
      go({ kind: 'source', id: source, span: { start: passage.start, end: passage.end } })
    select(id)
  }
  return (
    <div className="highlights-pane">
      <header className="highlights-head">
        <SearchField
          label="Filter the highlights"
          placeholder="Filter highlights"
          value={filter}
          onChange={setFilter}
        />
        <Select label="Order" hideLabel choices={sorts} value={sort} onChange={setSort} />
        <ToggleIconButton
          label="Narrow down by type, tag, entity and state"
          icon={<FilterIcon />}
          isSelected={showsFilters}
          onChange={(isOn) => {
            showFilters(isOn)
            if (!isOn) setFilters(noFilters)
          }}
        />
      </header>
      {showsFilters && <PaneFilters highlights={highlights} filters={filters} onChange={setFilters} />}
      <ToReview source={source} />
      <div className="highlights-list">
        {shown.length === 0 ? (
          <NothingMarked isFiltered={filter !== '' || filters !== noFilters} />
        ) : (
          <LongList
            label="Highlights of this source"
            total={shown.length}
            itemAt={(index) => shown[index]}
            want={allAtHand}
            rowHeight={76}
            onOpen={open}
            current={highlight}
            currentIndex={shown.findIndex(({ id }) => id === highlight)}
            onDelete={() => {
              if (current !== null) void marking.remove([current.id])
            }}
          >
            {(one) => <HighlightRow highlight={one} types={types} />}
          </LongList>
        )}
      </div>
      {current !== null && (
        <HighlightCard
          key={current.id}
          highlight={current}
          shownOn={source}
          entityPicker={entityPicker}
          actions={highlightActions}
        />
      )}
    </div>
  )
}

/** The way to the queue, where marks of this version wait in it. */
function ToReview({ source }: { readonly source: SourceId }) {
  const { data } = useAnswer('highlights.outcomes', { source, toReview: true, limit: 1 }, { keep: true })
  const go = usePlace((state) => state.go)
  const total = data?.total ?? 0
  if (total === 0) return null
  return (
    <div className="highlights-to-review">
      <Button tone="plain" icon={<CheckIcon />} onPress={() => go({ kind: 'review' })}>
        {total === 1 ? 'Review 1 mark' : `Review ${total.toLocaleString('en')} marks`} from the older version
      </Button>
    </div>
  )
}

function NothingMarked({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered)
    return <EmptyState title="No highlight fits">Words, tags, notes and types are looked at.</EmptyState>
  return (
    <EmptyState title="Nothing marked yet" icon={<HighlightIcon size={20} />}>
      Select words in the text and press <kbd>h</kbd>, or a number for a type.
    </EmptyState>
  )
}
