import { useState } from 'react'
import type { CallInput } from '#contract/engine.ts'
import { ComboBox } from '../parts/choices.tsx'
import { Tags } from '../parts/tag.tsx'
import { useAnswer } from '../session/session.tsx'
import { nameOf } from '../sources/sources.tsx'

/** What passages can be narrowed down to, beside their words: one of each kind. */
export type PassageFilter = {
  [Kind in 'type' | 'tag' | 'entity' | 'source']: {
    readonly kind: Kind
    readonly id: NonNullable<CallInput<'briefs.passages'>[Kind]>
    readonly label: string
  }
}['type' | 'tag' | 'entity' | 'source']

interface PassageFiltersProps {
  readonly filters: readonly PassageFilter[]
  readonly onChange: (filters: readonly PassageFilter[]) => void
  /** One was chosen: the analyst goes on somewhere else. */
  readonly onDone: () => void
}

/** One field for every kind of filter; what was chosen stands under it and can be taken away. */
export function PassageFilters({ filters, onChange, onDone }: PassageFiltersProps) {
  const [typed, setTyped] = useState('')
  const choices = useFilterChoices(typed)
  const choose = (id: string) => {
    const chosen = choices.find((one) => keyOf(one) === id)
    setTyped('')
    if (chosen === undefined) return
    onChange([...filters.filter(({ kind }) => kind !== chosen.kind), chosen])
    onDone()
  }
  return (
    <>
      <ComboBox
        label="Narrow down by type, tag, entity or source"
        hideLabel
        placeholder="Type, tag, entity or source"
        choices={choices.map((one) => ({ id: keyOf(one), label: one.label, detail: one.kind }))}
        typed={typed}
        onType={setTyped}
        onChoose={choose}
        nothing="Nothing is called so"
      />
      {filters.length > 0 && (
        <Tags
          label="Narrowed down to"
          tags={filters.map((one) => ({ id: keyOf(one), label: `${one.kind}: ${one.label}` }))}
          onRemove={(id) => onChange(filters.filter((one) => keyOf(one) !== id))}
        />
      )}
    </>
  )
}

function keyOf({ kind, id }: PassageFilter): string {
  return `${kind} ${id}`
}

const most = 6

function useFilterChoices(typed: string): PassageFilter[] {
  const query = typed.trim()
  const types = useAnswer('highlights.types', {}).data?.items ?? []
  const tags = useAnswer('highlights.tags', {}).data?.items ?? []
  const entities = useAnswer('entities.list', { query, limit: most }, { keep: true }).data?.items ?? []
  const sources = useAnswer('sources.list', { filter: query, limit: most }, { keep: true }).data?.items ?? []
  const fits = ({ name }: { readonly name: string }) => name.toLowerCase().includes(query.toLowerCase())
  return [
    ...types.filter(fits).map(({ id, name }) => ({ kind: 'type', id, label: name }) as const),
    ...tags
      .filter(fits)
      .slice(0, most)
      .map(({ name }) => ({ kind: 'tag', id: name, label: name }) as const),
    ...entities.map(({ id, name }) => ({ kind: 'entity', id, label: name }) as const),
    ...sources.map((source) => ({ kind: 'source', id: source.id, label: nameOf(source) }) as const),
  ]
}
