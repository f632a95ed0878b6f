import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { SourceId } from '#contract/ids.ts'
import type { SourceText, Span } from '#contract/sources.ts'
import { useAnswer } from '../session/session.tsx'
import { PageHeader } from './page-header.tsx'
import { ReadingContext } from './reading.ts'
import { useReadingSettings } from './reading-settings.ts'
import type { Mark } from './segments.ts'
import { useSelectedSpan } from './selected-span.ts'
import { TextView } from './text-view.ts'
import { useLanding } from './use-landing.ts'
import './reader.css'

/** Reads one source. Marks, and what can be done with a selection, are handed in by whoever knows of them. */

export { bringIntoView } from './landing.ts'
export { type Reading, useReading } from './reading.ts'
export { type Mark, pileAt } from './segments.ts'

export interface ReaderPageProps {
  readonly source: SourceId
  /** The passage to land on, as UTF-16 offsets on the source's text. A new object lands anew. */
  readonly span?: Span | undefined
  /** The search that led here: its matches are marked. */
  readonly query?: string | undefined
  readonly marks?: readonly Mark[]
  /** A press on marked words: the ids of the marks there, the innermost first; empty beside all marks. */
  readonly onPressMarks?: (ids: readonly string[]) => void
  /** Stands over the text and may ask for `useReading()`. */
  readonly children?: ReactNode
}

export function ReaderPage({ source, ...rest }: ReaderPageProps) {
  const answer = useAnswer('sources.read', { id: source })
  if (answer.isError) return <p className="reader-state">{answer.error.message}</p>
  if (answer.isPending) return <p className="reader-state">Opening…</p>
  return <OpenText key={source} text={answer.data} {...rest} />
}

interface OpenTextProps extends Omit<ReaderPageProps, 'source'> {
  readonly text: SourceText
}

const noMarks: readonly Mark[] = []

function OpenText({ text, span, query, marks = noMarks, onPressMarks, children }: OpenTextProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const view = useTextView(host, scroller, text)
  const { selected, clearSelected } = useSelectedSpan(view, host)
  const [said, announce] = useState('')

  useLayoutEffect(() => view?.setMarks(marks), [view, marks])
  useLanding(view, text.source.id, span)
  useHits(view, text.source.id, query)

  const reading = useMemo(
    () => (view === null ? null : { text, view, selected, clearSelected, announce }),
    [text, view, selected, clearSelected],
  )
  const press = (event: MouseEvent) => {
    if (view === null || view.selectedSpan() !== null) return
    onPressMarks?.(view.marksAround(event.target as Node))
  }
  return (
    <ReadingContext value={reading}>
      <article className="reader" aria-label={text.source.title ?? text.source.label} {...useLook()}>
        <PageHeader />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled text is scrolled by keys, too */}
        <section className="reader-scroller" ref={scroller} tabIndex={0} aria-label="Text">
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- marks are reached by keys in the pane beside the text */}
          <div className="reader-text" ref={host} onClick={press} lang={text.source.language ?? undefined} />
        </section>
        {reading === null ? null : children}
        <output className="only-spoken">{said}</output>
      </article>
    </ReadingContext>
  )
}

function useTextView(
  host: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  { text, zones, structure }: SourceText,
): TextView | null {
  const [view, setView] = useState<TextView | null>(null)
  useLayoutEffect(() => {
    if (host.current === null || scroller.current === null) return
    const opened = new TextView(host.current, scroller.current, { text, zones, structure })
    // The text exists once its elements do; the second render is wanted, and comes before anything is painted.
    // oxlint-disable-next-line react/set-state-in-effect
    setView(opened)
    return () => opened.close()
  }, [host, scroller, text, zones, structure])
  return view
}

/** Marks what the search that led here found in this source. */
function useHits(view: TextView | null, source: SourceId, query: string | undefined): void {
  const asked = query?.trim() ?? ''
  const { data } = useAnswer('search.inSource', asked === '' ? null : { source, query: asked })
  useEffect(() => view?.overlay('hit', data?.matches ?? []), [view, data])
}

function useLook(): { 'data-face': string; style: Record<string, string> } {
  const { size, measure, face, leading } = useReadingSettings()
  return {
    'data-face': face,
    style: {
      '--reader-size': `${size / 16}rem`,
      '--reader-measure': String(measure),
      '--reader-leading': String(leading),
    },
  }
}
