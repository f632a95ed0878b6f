import type { ReactNode } from 'react'
import type { FoundMark, SearchHit, SearchPassage } from '#contract/search.ts'
import { ToggleIconButton } from '../parts/button.tsx'
import {
  BriefsIcon,
  EntitiesIcon,
  HighlightIcon,
  NoteIcon,
  PreviewIcon,
  SourcesIcon,
  TagIcon,
} from '../parts/icons.tsx'
import { Chip } from '../parts/tag.tsx'
import { countOf, SourceOrigin } from '../sources/sources.tsx'
import { matchesShown } from './matches-shown.ts'
import { passagesOf } from './open-hit.ts'

const icons: Readonly<Record<SearchHit['kind'], ReactNode>> = {
  source: <SourcesIcon />,
  highlight: <HighlightIcon />,
  note: <NoteIcon />,
  entity: <EntitiesIcon />,
  brief: <BriefsIcon />,
}

const kindWords: Readonly<Record<SearchHit['kind'], string>> = {
  source: 'Source',
  highlight: 'Highlight',
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
  /** The hit before is of the same source: its title stands there. */
  readonly goesOn: boolean
  /** The number of the passage that the keys are on; null where they are on another hit. */
  readonly current: number | null
  /** The number of the passage that is shown in the preview; null where none of this hit is. */
  readonly previewed: number | null
  /** Shows that passage in the preview, or closes it where it is shown there already. */
  readonly onPreview: (at: number) => void
  readonly onOpen: (passage: SearchPassage | null, at: number) => void
}

/** A hit and the passages that matter, the best first. One passage of the list has its place in the order of Tab. */
export function HitView(props: HitViewProps) {
  const { hit, at, total, isNew, goesOn, current, previewed, onPreview, onOpen } = props
  const more = hit.matches - matchesShown(hit.passages)
  const headId = `hit-${hit.kind}-${hit.id}`
  return (
    <article
      className="search-hit"
      data-goes-on={goesOn || undefined}
      aria-labelledby={headId}
      aria-posinset={at + 1}
      aria-setsize={total}
    >
      <header className="search-hit-head">
        {icons[hit.kind]}
        <span className="only-spoken">{kindWords[hit.kind]}: </span>
        {(hit.kind === 'highlight' || hit.kind === 'note') && (
          <span className="search-hit-kind">
            {kindWords[hit.kind]} <span className={goesOn ? 'only-spoken' : undefined}>in</span>
          </span>
        )}
        {goesOn && hit.kind === 'source' && <span className="search-hit-kind">Its text</span>}
        <bdi id={headId} className={`search-hit-title one-line${goesOn ? ' only-spoken' : ''}`}>
          {hit.title}
        </bdi>
        {isNew && <Chip tone="accent">New</Chip>}
        <span className="search-hit-about one-line">{!goesOn && <SourceOrigin {...hit} />}</span>
        <span className="search-number">
          {(at + 1).toLocaleString('en')} of {total.toLocaleString('en')}
        </span>
      </header>
      {passagesOf(hit).map((passage, number) => (
        <div key={passage === null ? 'title' : passage.start} className="search-passage-row">
          <button
            type="button"
            className="search-passage"
            data-passage={number}
            tabIndex={current === number ? 0 : -1}
            onClick={() => onOpen(passage, number)}
          >
            <span className="search-snippet" dir="auto">
              <Found hit={hit} passage={passage} />
            </span>
          </button>
          <ToggleIconButton
            label="Preview"
            keys="space"
            icon={<PreviewIcon />}
            isSelected={previewed === number}
            excludeFromTabOrder
            onChange={() => onPreview(number)}
          />
        </div>
      ))}
      {hit.mark !== null && <SaidOfMark mark={hit.mark} isNote={hit.kind === 'note'} />}
      {more > 0 && <p className="search-hit-more">{countOf(more, 'more match', 'more matches')} in it</p>}
    </article>
  )
}

/** The words that were found; a mark that was found by its tag or its type shows its own. */
function Found({ hit, passage }: { readonly hit: SearchHit; readonly passage: SearchPassage | null }) {
  if (passage !== null) return <Snippet passage={passage} />
  if (hit.mark === null) return <em>In its title or its details</em>
  return hit.kind === 'note' ? hit.mark.note : hit.mark.quote
}

interface SaidOfMarkProps {
  readonly mark: FoundMark
  /** The note was found and stands there already: in its place comes the quotation that it speaks of. */
  readonly isNote: boolean
}

/** What the analyst said of a mark: its type, its tags, its note. */
function SaidOfMark({ mark: { type, tags, note, quote }, isNote }: SaidOfMarkProps) {
  const words = isNote ? `“${quote}”` : note
  if (type === null && tags.length === 0 && words === null) return null
  return (
    <p className="search-hit-said">
      {type !== null && <Chip>{type}</Chip>}
      {tags.map((tag) => (
        <Chip key={tag} icon={<TagIcon />}>
          {tag}
        </Chip>
      ))}
      {words !== null && (
        <span className="one-line" dir="auto">
          {words}
        </span>
      )}
    </p>
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
