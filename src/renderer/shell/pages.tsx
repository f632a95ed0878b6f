import type { ReactNode } from 'react'
import { BriefInspector, BriefPage, BriefsPane } from '../briefs/briefs.tsx'
import { EntitiesPane, EntityPage, SuggestFound } from '../entities/entities.tsx'
import { ExportMenu, QueryTableExport } from '../exports/exports.tsx'
import { MarkFound, ReviewPage, TypesPage } from '../highlights/highlights.tsx'
import {
  type FoundActionsProps,
  QueriesPage,
  SavedSearches,
  SearchPage,
  SearchPane,
} from '../search/search.tsx'
import { openedAt, type Place, type Side } from '../session/session.tsx'
import {
  DifferencePage,
  LibraryFilters,
  LibraryPage,
  LibraryPane,
  SourceList,
  TracePage,
} from '../sources/sources.tsx'
import { HistoryPage } from './history-page.tsx'
import { ReadingPages } from './reading-pages.tsx'
import { SourcePane } from './source-pane.tsx'

/** Which page and which pane belong to a place. */

export function pageAt(place: Place): ReactNode {
  switch (place.kind) {
    case 'library':
      return <LibraryPage />
    case 'difference':
      return <DifferencePage key={`${place.from} ${place.to}`} from={place.from} to={place.to} />
    case 'trace':
      return <TracePage text={place.text} />
    case 'source':
      return <ReadingPages place={place} />
    case 'search':
      return <SearchPage place={place} actions={FoundActions} />
    case 'queries':
      return <QueriesPage exportTable={QueryTableExport} />
    case 'entities':
      return <EntitiesPane />
    case 'entity':
      return <EntityPage id={place.id} />
    case 'briefs':
      return <BriefsPane />
    case 'brief':
      return <BriefPage id={place.id} actions={<ExportMenu brief={place.id} />} />
    case 'review':
      return <ReviewPage />
    case 'types':
      return <TypesPage />
    case 'history':
      return <HistoryPage />
  }
}

/** What can be done with everything that a search found. */
function FoundActions({ asked }: FoundActionsProps) {
  return (
    <>
      <MarkFound asked={asked} />
      <SuggestFound asked={asked} />
    </>
  )
}

/** What stands on the left, under the rooms: the list that the page in the middle was chosen from. */
export function listAt(place: Place, side: Side): ReactNode {
  switch (place.kind) {
    case 'library':
      return <LibraryFilters />
    case 'entity':
      return <EntitiesPane />
    case 'source':
      return <SourceList current={openedAt(place, side).id} />
    case 'search':
      return <SavedSearches place={place} />
    case 'queries':
      return <SavedSearches place={null} />
    case 'difference':
    case 'trace':
    case 'entities':
    case 'briefs':
    case 'brief':
    case 'review':
    case 'types':
    case 'history':
      return <SourceList current={null} />
  }
}

/** What stands on the right; null where the page needs the room. */
export function paneAt(place: Place, side: Side): ReactNode {
  switch (place.kind) {
    case 'library':
      return <LibraryPane />
    case 'source':
      return <SourcePane source={openedAt(place, side).id} />
    case 'brief':
      return <BriefInspector id={place.id} />
    case 'search':
      return <SearchPane place={place} />
    case 'queries':
    case 'difference':
    case 'trace':
    case 'entities':
    case 'entity':
    case 'briefs':
    case 'review':
    case 'types':
    case 'history':
      return null
  }
}
