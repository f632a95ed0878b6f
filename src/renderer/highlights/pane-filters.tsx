import type { Anchoring, Highlight } from '#contract/highlights.ts'
import type { EntityId, TypeId } from '#contract/ids.ts'
import { type Choice, Select } from '../parts/choices.tsx'
import { useAnswer } from '../session/session.tsx'
import { useHighlightTypes } from './highlights-of-source.ts'
import { type HighlightFilters, untyped } from './listed.ts'
import { stateWords } from './review/outcome-words.ts'

interface PaneFiltersProps {
  readonly highlights: readonly Highlight[]
  readonly filters: HighlightFilters
  readonly onChange: (filters: HighlightFilters) => void
}

const states: readonly Anchoring['state'][] = ['exact', 'moved', 'fuzzy', 'orphan']

/** Narrows the list of highlights down; only what some highlight of this source has is offered. */
export function PaneFilters({ highlights, filters, onChange }: PaneFiltersProps) {
  const types = useHighlightTypes()
  const entityIds = [...new Set(highlights.flatMap(({ entities }) => entities))]
  const { data } = useAnswer('entities.list', entityIds.length === 0 ? null : { ids: entityIds }, {
    keep: true,
  })
  const tags = [...new Set(highlights.flatMap(({ tags }) => tags))].toSorted()
  return (
    <div className="pane-filters">
      <FilterSelect<TypeId | typeof untyped>
        label="Type"
        all="Every type"
        choices={[
          ...types.map(({ id, name }) => ({ id, label: name })),
          { id: untyped, label: 'Without a type' },
        ]}
        value={filters.type}
        onChange={(type) => onChange({ ...filters, type })}
      />
      <FilterSelect<string>
        label="Tag"
        all="Every tag"
        choices={tags.map((tag) => ({ id: tag, label: tag }))}
        value={filters.tag}
        onChange={(tag) => onChange({ ...filters, tag })}
      />
      <FilterSelect<EntityId>
        label="Entity"
        all="Every entity"
        choices={(data?.items ?? []).map(({ id, name }) => ({ id, label: name }))}
        value={filters.entity}
        onChange={(entity) => onChange({ ...filters, entity })}
      />
      <FilterSelect<Anchoring['state']>
        label="State"
        all="Every state"
        choices={states.map((id) => ({ id, label: stateWords[id] }))}
        value={filters.state}
        onChange={(state) => onChange({ ...filters, state })}
      />
    </div>
  )
}

const every = 'every'

interface FilterSelectProps<T extends string> {
  readonly label: string
  readonly all: string
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChange: (value: T | null) => void
}

function FilterSelect<T extends string>({ label, all, choices, value, onChange }: FilterSelectProps<T>) {
  return (
    <Select<T | typeof every>
      label={label}
      hideLabel
      choices={[{ id: every, label: all }, ...choices]}
      value={value ?? every}
      onChange={(chosen) =>
        onChange(chosen === every ? null : (choices.find(({ id }) => id === chosen)?.id ?? null))
      }
    />
  )
}
