import { useState } from 'react'
import type { SourceId } from '#contract/ids.ts'
import type { Source } from '#contract/source.ts'
import { SearchField } from '../../parts/fields.tsx'
import { LongList } from '../../parts/long-list.tsx'
import { EmptyState, FailureState, Spinner } from '../../parts/states.tsx'
import { usePages } from '../../session/pages.ts'
import { usePlace } from '../../session/session.tsx'
import { SourceOrigin } from '../source-origin.tsx'
import { nameOf } from '../source-words.ts'
import './source-list.css'

/** The library beside the text: everything by date, narrowed down by a few letters. */
export function SourceList({ current }: { readonly current: SourceId | null }) {
  const [filter, setFilter] = useState('')
  return (
    <div className="source-list">
      <div className="source-list-head">
        <SearchField
          label="Filter sources"
          placeholder="Filter sources"
          value={filter}
          onChange={setFilter}
        />
      </div>
      <Rows filter={filter.trim()} current={current} />
    </div>
  )
}

function Rows({ filter, current }: { readonly filter: string; readonly current: SourceId | null }) {
  const go = usePlace((state) => state.go)
  const pages = usePages('sources.list', {
    sort: 'published',
    descending: true,
    newest: true,
    ...(filter === '' ? {} : { filter }),
  })
  if (pages.error !== null) return <FailureState message={pages.error.message} />
  if (pages.total === null) return <Spinner label="Reading the library" />
  if (pages.total === 0) {
    return <EmptyState title={filter === '' ? 'No sources yet' : 'Nothing fits'} />
  }
  return (
    <LongList
      label="Sources"
      total={pages.total}
      itemAt={pages.itemAt}
      want={pages.want}
      rowHeight={50}
      current={current}
      onOpen={({ id }) => go({ kind: 'source', id })}
    >
      {(source) => <SourceRow source={source} />}
    </LongList>
  )
}

function SourceRow({ source }: { readonly source: Source }) {
  const stated = source.publisher !== null || source.published !== null
  return (
    <span role="gridcell" className="source-row">
      <span className="source-row-name one-line" dir="auto" data-label={source.title === null || undefined}>
        {nameOf(source)}
      </span>
      <span className="source-row-about one-line">
        <span className="source-row-origin">
          {stated ? <SourceOrigin {...source} /> : 'Publisher and date not stated'}
        </span>
        {source.highlights > 0 && (
          <span className="source-row-marks" title={`${source.highlights} highlights`}>
            <span aria-hidden="true">{source.highlights}</span>
            <span className="only-spoken">, {source.highlights} highlights</span>
          </span>
        )}
      </span>
    </span>
  )
}
