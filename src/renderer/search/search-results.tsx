import type { ReactNode } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { BriefId, EntityId, HighlightId } from '#contract/ids.ts'
import type { SearchAnswer, SearchHit, SearchPassage } from '#contract/search.ts'
import { BriefsIcon, EntitiesIcon, NoteIcon, SourcesIcon } from '../parts/icons.tsx'
import { usePlace, useSelection } from '../session/session.tsx'
import { SourceOrigin } from '../sources/sources.tsx'

/** Hits, each with its best passages; a passage opens where it stands. */
export function SearchResults({ answer }: { readonly answer: SearchAnswer }) {
  const open = useOpenHit(answer.query)
  const rows = answer.hits.flatMap((hit) => passagesOf(hit).map((passage) => ({ hit, passage })))
  const numbers = new Map(rows.map(({ hit, passage }, at) => [rowId(hit, passage), at + 1]))
  return (
    <ListBox
      aria-label="Results"
      className="search-results"
      selectionMode="none"
      onAction={(key) => {
        const row = rows.find(({ hit, passage }) => rowId(hit, passage) === key)
        if (row !== undefined) open(row.hit, row.passage)
      }}
    >
      {answer.hits.map((hit) => (
        <ListBoxSection key={hit.id} id={hit.id} className="search-hit">
          <HitHead hit={hit} />
          {passagesOf(hit).map((passage) => (
            <ListBoxItem
              key={rowId(hit, passage)}
              id={rowId(hit, passage)}
              textValue={passage?.snippet ?? hit.title}
              className="search-passage"
            >
              <span className="search-number" aria-hidden="true">
                {numbers.get(rowId(hit, passage))} of {rows.length}
              </span>
              <span className="search-snippet" dir="auto">
                {passage === null ? <em>In its title or its details</em> : <Snippet passage={passage} />}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

/** A hit without a passage (a match in the title alone) is still one row. */
export function passagesOf(hit: SearchHit): readonly (SearchPassage | null)[] {
  return hit.passages.length === 0 ? [null] : hit.passages
}

function rowId(hit: SearchHit, passage: SearchPassage | null): string {
  return `${hit.id} ${passage === null ? 'title' : passage.start}`
}

const icons: Readonly<Record<SearchHit['kind'], ReactNode>> = {
  source: <SourcesIcon />,
  note: <NoteIcon />,
  entity: <EntitiesIcon />,
  brief: <BriefsIcon />,
}

const kindWords: Readonly<Record<SearchHit['kind'], string>> = {
  source: 'Source',
  note: 'Note',
  entity: 'Entity',
  brief: 'Brief',
}

function HitHead({ hit }: { readonly hit: SearchHit }) {
  const more = hit.matches - hit.passages.length
  return (
    <Header className="search-hit-head">
      {icons[hit.kind]}
      <span className="only-spoken">{kindWords[hit.kind]}: </span>
      <bdi className="search-hit-title one-line">{hit.title}</bdi>
      <span className="search-hit-about one-line">
        <SourceOrigin {...hit} />
      </span>
      {more > 0 && <span className="search-hit-more">{more.toLocaleString('en')} more in it</span>}
    </Header>
  )
}

/** The words round a match, with the matches marked. */
export function Snippet({
  passage: { snippet, marks },
}: {
  readonly passage: Pick<SearchPassage, 'snippet' | 'marks'>
}) {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of marks) {
    pieces.push(snippet.slice(at, start), <mark key={start}>{snippet.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {pieces}
      {snippet.slice(at)}
    </>
  )
}

/** Leads to the passage, or to the thing itself where the match is in its name. */
function useOpenHit(query: string): (hit: SearchHit, passage: SearchPassage | null) => void {
  const go = usePlace((state) => state.go)
  const select = useSelection((state) => state.select)
  return (hit, passage) => {
    // What an id names is told by the hit's kind.
    switch (hit.kind) {
      case 'source':
        if (hit.source === null) return
        return go({
          kind: 'source',
          id: hit.source,
          query,
          ...(passage === null ? {} : { span: { start: passage.start, end: passage.end } }),
        })
      case 'note':
        if (hit.source === null) return
        select(hit.id as HighlightId)
        return go({ kind: 'source', id: hit.source })
      case 'entity':
        return go({ kind: 'entity', id: hit.id as EntityId })
      case 'brief':
        return go({ kind: 'brief', id: hit.id as BriefId })
    }
  }
}
