import { useState } from 'react'
import type { Entity, EntityType } from '#contract/entities.ts'
import { Select } from '../parts/choices.tsx'
import { SearchField } from '../parts/fields.tsx'
import { EntitiesIcon } from '../parts/icons.tsx'
import { LongList } from '../parts/long-list.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { usePages } from '../session/pages.ts'
import { usePlace } from '../session/session.tsx'
import { entityTypeChoices, entityTypeWords } from './entity-types.tsx'
import './entities.css'

const allTypes = 'all'

/** Everyone and everything the casebook knows by name. */
export function EntitiesPane() {
  const [filter, setFilter] = useState('')
  const [type, setType] = useState<EntityType | typeof allTypes>(allTypes)
  const { place, go } = usePlace()
  const pages = usePages('entities.list', {
    ...(filter.trim() === '' ? {} : { query: filter.trim() }),
    ...(type === allTypes ? {} : { types: [type] }),
  })
  if (pages.error !== null) return <FailureState message={pages.error.message} />
  return (
    <div className="entities-pane">
      <header className="entities-head">
        <h2 className="entities-title">Entities</h2>
        <span className="entities-count">{(pages.total ?? 0).toLocaleString('en')}</span>
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
        {pages.total === 0 ? (
          <NoEntity isFiltered={filter !== '' || type !== allTypes} />
        ) : (
          <LongList
            label="Entities"
            total={pages.total ?? 0}
            itemAt={pages.itemAt}
            want={pages.want}
            onOpen={({ id }) => go({ kind: 'entity', id })}
            current={place.kind === 'entity' ? place.id : null}
            rowHeight={40}
          >
            {(entity) => <EntityRow entity={entity} />}
          </LongList>
        )}
      </div>
    </div>
  )
}

function EntityRow({ entity: { name, type, aliases, mentions } }: { readonly entity: Entity }) {
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/control-has-associated-label -- the grid has the focus, the words are the label
    <div className="entity-row" role="gridcell">
      <span className="entity-icon" title={entityTypeWords[type].one}>
        {entityTypeWords[type].icon}
        <span className="only-spoken">{entityTypeWords[type].one}</span>
      </span>
      <span className="entity-names">
        <bdi className="entity-name one-line">{name}</bdi>
        {aliases.length > 0 && <bdi className="entity-aliases one-line">{aliases.join(', ')}</bdi>}
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
