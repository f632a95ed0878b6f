import { useState } from 'react'
import type { EntityId, TypeId } from '#contract/ids.ts'
import { ComboBox, Select } from '../../parts/choices.tsx'
import { Tags } from '../../parts/tag.tsx'
import { useAnswer } from '../../session/session.tsx'
import { useHighlightTypes } from '../highlights-of-source.ts'
import { TagsInput } from '../tags-input.tsx'

/** What is said of every passage that is marked in one step. */
export interface Said {
  readonly type: TypeId | null
  readonly tags: readonly string[]
  readonly entities: readonly EntityId[]
}

export const nothingSaid: Said = { type: null, tags: [], entities: [] }

interface SaidFieldsProps {
  readonly said: Said
  readonly onChange: (said: Said) => void
}

const noType = 'none'

export function SaidFields({ said, onChange }: SaidFieldsProps) {
  const types = useHighlightTypes()
  const choices = [
    { id: noType, label: 'Highlight' } as const,
    ...types.map(({ id, name }) => ({ id, label: name })),
  ]
  return (
    <div className="said-fields">
      <Select<TypeId | typeof noType>
        label="Type"
        choices={choices}
        value={said.type ?? noType}
        onChange={(chosen) => onChange({ ...said, type: chosen === noType ? null : chosen })}
      />
      <div className="highlight-card-part">
        <h3 className="field-label">Tags</h3>
        <TagsInput
          label="Tags of these passages"
          tags={said.tags}
          onAdd={(name) => onChange({ ...said, tags: [...said.tags, name] })}
          onRemove={(name) => onChange({ ...said, tags: said.tags.filter((tag) => tag !== name) })}
        />
      </div>
      <div className="highlight-card-part">
        <h3 className="field-label">Entities</h3>
        <EntitiesInput entities={said.entities} onChange={(entities) => onChange({ ...said, entities })} />
      </div>
    </div>
  )
}

const mostSuggested = 8

interface EntitiesInputProps {
  readonly entities: readonly EntityId[]
  readonly onChange: (entities: readonly EntityId[]) => void
}

/** Entities of the casebook, chosen by name or alias. */
function EntitiesInput({ entities, onChange }: EntitiesInputProps) {
  const [typed, setTyped] = useState('')
  const { data: fitting } = useAnswer(
    'entities.list',
    { query: typed.trim(), limit: mostSuggested },
    { keep: true },
  )
  const { data: chosen } = useAnswer('entities.list', entities.length === 0 ? null : { ids: [...entities] }, {
    keep: true,
  })
  const named = entities.flatMap((id) => chosen?.items.find((entity) => entity.id === id) ?? [])
  const choices = (fitting?.items ?? []).filter(({ id }) => !entities.includes(id))
  return (
    <>
      {named.length > 0 && (
        <Tags
          label="Entities of these passages"
          tags={named.map(({ id, name }) => ({ id, label: name }))}
          onRemove={(removed) => onChange(entities.filter((id) => id !== removed))}
        />
      )}
      <ComboBox<EntityId>
        label="Link an entity"
        hideLabel
        placeholder="Link an entity"
        nothing="No entity has that name"
        typed={typed}
        onType={setTyped}
        onChoose={(id) => {
          setTyped('')
          onChange([...entities, id])
        }}
        choices={choices.map(({ id, name }) => ({ id, label: name }))}
      />
    </>
  )
}
