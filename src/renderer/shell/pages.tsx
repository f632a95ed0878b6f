import type { ReactNode } from 'react'
import { EmptyState } from '../parts/states.tsx'
import type { Place } from '../session/session.tsx'

/** Which page and which pane belong to a place. */

export function pageAt(place: Place): ReactNode {
  switch (place.kind) {
    case 'library':
      return <EmptyState title="Sources" />
    case 'source':
      return <EmptyState title="Reader" />
    case 'search':
      return <EmptyState title="Search" />
    case 'entities':
    case 'entity':
      return <EmptyState title="Entities" />
    case 'briefs':
    case 'brief':
      return <EmptyState title="Briefs" />
    case 'history':
      return <EmptyState title="History" />
  }
}
