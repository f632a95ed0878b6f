import { type ReactNode, useMemo } from 'react'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { ReaderPage } from '../reader/reader.tsx'
import { useSelection } from '../session/session.tsx'
import { AttachBar } from './attach-bar.tsx'
import { useAttaching } from './attaching.ts'
import { useHighlightsOf, useKeepHighlights, useTypesById } from './highlights-of-source.ts'
import { HoverCard } from './hover/hover-card.tsx'
import { MarkBar } from './mark-bar.tsx'
import { marksOf } from './mark-looks.ts'
import type { EntityPickerSlot } from './slots.ts'
import './marks.css'

export interface MarkedSourceProps {
  readonly source: SourceId
  readonly span?: Span | undefined
  readonly query?: string | undefined
  readonly entityPicker: EntityPickerSlot
  /** Further buttons in the head of the page. */
  readonly tools?: ReactNode
}

/** A source to read and to mark. */
export function MarkedSource({ source, span, query, entityPicker, tools }: MarkedSourceProps) {
  useKeepHighlights(source)
  const highlights = useHighlightsOf(source)
  const types = useTypesById()
  const { highlight: current, select } = useSelection()
  const attaching = useAttaching((state) => state.attaching)
  const marks = useMemo(() => marksOf(highlights, types, current), [highlights, types, current])

  const press = (ids: readonly string[]) => {
    // Pressed again, the pile under the pointer is walked through: the next wider mark.
    const at = current === null ? -1 : ids.indexOf(current)
    const next = ids[(at + 1) % Math.max(1, ids.length)]
    // The ids of marks are those of highlights: marksOf made them.
    select((next as HighlightId | undefined) ?? null)
  }
  return (
    <ReaderPage source={source} span={span} query={query} marks={marks} onPressMarks={press} tools={tools}>
      {attaching?.source === source && <AttachBar attaching={attaching} />}
      <HoverCard highlights={highlights} />
      <MarkBar source={source} highlights={highlights} entityPicker={entityPicker} />
    </ReaderPage>
  )
}
