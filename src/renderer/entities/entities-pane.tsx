import { useState } from 'react'
import type { Entity, EntityType } from '#contract/entities.ts'
import { Select } from '../parts/choices.tsx'
import { SearchField } from '../parts/fields.tsx'
import { EntitiesIcon } from '../parts/icons.tsx'
import { List } from '../parts/list.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { useAnswer, usePlace } from '../session/session.tsx'
import { entityTypeChoices, entityTypeWords } from './entity-types.tsx'
import './entities.css'

const allTypes = 'all'
const noEntities: readonly Entity[] = []

/** Everyone and everything the casebook knows by name. */
export function EntitiesPane() {
  const [filter, setFilter] = useState('')
  const [type, setType] = useState<EntityType | typeof allTypes>(allTypes)
  const { place, go } = usePlace()
  const answer = useAnswer(
    'entities.list',
    {
      ...(filter.trim() === '' ? {} : { query: filter.trim() }),
      ...(type === allTypes ? {} : { types: [type] }),
    },
    { keep: true },
  )
  if (answer.isError) return <FailureState message={answer.error.message} />
  const entities = answer.data?.items ?? noEntities
  return (
    <div className="entities-pane">
      <header className="entities-head">
        <h2 className="entities-title">Entities</h2>
        <span className="entities-count">{(answer.data?.total ?? 0).toLocaleString('en')}</span>
        <Select
          label="Type"
          hideLabel
          choices={[{ id: allTypes, label: 'All types' } as const, ...entityTypeChoices]}
          value={type}
          onChange={setType}
        />
      </header>
      <div className="entities-filter">
        <SearchField
          label="Filter the entities"
          placeholder="Name or alias"
          value={filter}
          onChange={setFilter}
        />
      </div>
      <div className="entities-list">
        <List
          label="Entities"
          items={entities}
          textOf={({ name }) => name}
          onOpen={({ id }) => go({ kind: 'entity', id })}
          current={place.kind === 'entity' ? place.id : null}
          rowHeight={40}
          empty={<NoEntity isFiltered={filter !== '' || type !== allTypes} />}
        >
          {(entity) => <EntityRow entity={entity} />}
        </List>
      </div>
    </div>
  )
}

function EntityRow({ entity: { name, type, aliases, mentions } }: { readonly entity: Entity }) {
  return (
    <div className="entity-row">
      <span className="entity-icon" title={entityTypeWords[type].one}>
        {entityTypeWords[type].icon}
        <span className="only-spoken">{entityTypeWords[type].one}</span>
      </span>
      <span className="entity-names one-line">
        <bdi>{name}</bdi>
        {aliases.length > 0 && <bdi className="entity-aliases">{aliases.join(', ')}</bdi>}
      </span>
      <span className="entity-mentions">{mentions.toLocaleString('en')}</span>
    </div>
  )
}

function NoEntity({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="No entity fits">Try fewer letters or all types.</EmptyState>
  return (
    <EmptyState title="No entities yet" icon={<EntitiesIcon size={20} />}>
      Select a name in a source and press <kbd>e</kbd>.
    </EmptyState>
  )
}
