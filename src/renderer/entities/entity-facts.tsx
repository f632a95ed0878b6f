import type { CallInput } from '#contract/engine.ts'
import type { Entity } from '#contract/entities.ts'
import { Select } from '../parts/choices.tsx'
import { EditField } from '../parts/fields.tsx'
import { Tags } from '../parts/tag.tsx'
import { useAsk } from '../session/session.tsx'
import { NoteEditor } from '../writing/writing.ts'
import { entityTypeChoices } from './entity-types.tsx'

type Change = CallInput<'entities.change'>['set']

/** Name, type, aliases and notes, each kept when its field is left. */
export function EntityFacts({ entity }: { readonly entity: Entity }) {
  const ask = useAsk()
  const change = (set: Change) => void ask('entities.change', { id: entity.id, set })
  const { name, type, aliases } = entity
  return (
    <section className="entity-facts" aria-label="About it">
      <EditField
        label="Name"
        value={name}
        onKeep={(kept) => {
          if (kept.trim() !== '') change({ name: kept.trim() })
        }}
      />
      <Select
        label="Type"
        choices={entityTypeChoices}
        value={type}
        onChange={(chosen) => change({ type: chosen })}
      />
      <div className="entity-part">
        <h2 className="field-label">Other names</h2>
        {aliases.length > 0 && (
          <Tags
            label="Other names"
            tags={aliases.map((alias) => ({ id: alias, label: alias }))}
            onRemove={(gone) => change({ aliases: aliases.filter((alias) => alias !== gone) })}
          />
        )}
        <EditField
          label="Add another name"
          hideLabel
          placeholder="Add another name"
          value=""
          onKeep={(alias) => {
            const added = alias.trim()
            if (added !== '' && !aliases.includes(added)) change({ aliases: [...aliases, added] })
          }}
        />
      </div>
      <NoteEditor
        key={entity.id}
        label="Notes"
        note={entity.notes}
        onKeep={(notes) => ask('entities.change', { id: entity.id, set: { notes } })}
      />
    </section>
  )
}
