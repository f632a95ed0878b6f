import type { ReactNode } from 'react'
import type { SearchHit, SearchPassage } from '#contract/search.ts'
import { BriefsIcon, EntitiesIcon, NoteIcon, SourcesIcon } from '../parts/icons.tsx'
import { Chip } from '../parts/tag.tsx'
import { countOf, SourceOrigin } from '../sources/sources.tsx'
import { passagesOf } from './open-hit.ts'

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

export interface HitViewProps {
  readonly hit: SearchHit
  /** Its place among all hits, from 0, and how many there are. */
  readonly at: number
  readonly total: number
  readonly isNew: boolean
  /** The number of the passage that the keys are on; null where they are on another hit. */
  readonly current: number | null
  readonly onOpen: (passage: SearchPassage | null, at: number) => void
}

/** A hit and the passages that matter, the best first. One passage of the list has its place in the order of Tab. */
export function HitView({ hit, at, total, isNew, current, onOpen }: HitViewProps) {
  const more = hit.matches - hit.passages.length
  const headId = `hit-${hit.id}`
  return (
    <article className="search-hit" aria-labelledby={headId} aria-posinset={at + 1} aria-setsize={total}>
      <header className="search-hit-head">
        {icons[hit.kind]}
        <span className="only-spoken">{kindWords[hit.kind]}: </span>
        <bdi id={headId} className="search-hit-title one-line">
          {hit.title}
        </bdi>
        {isNew && <Chip tone="accent">New</Chip>}
        <span className="search-hit-about one-line">
          <SourceOrigin {...hit} />
        </span>
        <span className="search-number">
          {(at + 1).toLocaleString('en')} of {total.toLocaleString('en')}
        </span>
      </header>
      {passagesOf(hit).map((passage, number) => (
        <button
          key={passage === null ? 'title' : passage.start}
          type="button"
          className="search-passage"
          data-passage={number}
          tabIndex={current === number ? 0 : -1}
          onClick={() => onOpen(passage, number)}
        >
          <span className="search-snippet" dir="auto">
            {passage === null ? <em>In its title or its details</em> : <Snippet passage={passage} />}
          </span>
        </button>
      ))}
      {more > 0 && <p className="search-hit-more">{countOf(more, 'more match', 'more matches')} in it</p>}
    </article>
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
