import type { ReactNode } from 'react'
import { EntitiesPane, EntityPage, EntityPicker } from '../entities/entities.tsx'
import { MarkedSource } from '../highlights/highlights.tsx'
import { EmptyState } from '../parts/states.tsx'
import type { Place } from '../session/session.tsx'

/** Which page and which pane belong to a place. */

export function pageAt(place: Place): ReactNode {
  switch (place.kind) {
    case 'library':
      return <EmptyState title="Sources" />
    case 'source':
      return (
        <MarkedSource source={place.id} span={place.span} query={place.query} entityPicker={EntityPicker} />
      )
    case 'search':
      return <EmptyState title="Search" />
    case 'entities':
      return <EntitiesPane />
    case 'entity':
      return <EntityPage id={place.id} />
    case 'briefs':
    case 'brief':
      return <EmptyState title="Briefs" />
    case 'history':
      return <EmptyState title="History" />
  }
}
