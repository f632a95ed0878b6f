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
import type { SourceText, Span } from '#contract/source.ts'
import { useAnswer, useCommand, useSelection } from '../session/session.tsx'
import { CaretLayer } from './caret/caret-layer.tsx'
import { FindBar } from './find/find-bar.tsx'
import { HitsBar } from './find/hits-bar.tsx'
import { Minimap } from './minimap/minimap.tsx'
import { PageHeader } from './page-header.tsx'
import { usePrinting } from './printing.ts'
import { ReadingContext } from './reading.ts'
import { useReadingSettings } from './reading-settings.ts'
import { useScrollTogether } from './scroll-together.ts'
import { useSelectedSpan } from './selected-span.ts'
import type { Mark } from './text/segments.ts'
import { TextView } from './text/text-view.ts'
import { useWholeText } from './text/whole-text.ts'
import { useLanding } from './use-landing.ts'
import './reader.css'
// Of equal rules the later one counts: those for paper follow those for the screen.
import './print.css'

/** Reads one source. Marks, and what can be done with a selection, are handed in by whoever knows of them. */

export { type End, endAtWord, movedEnd } from './caret/ends.ts'
export { type Reading, useReading } from './reading.ts'
export { ScrollPair, ScrollPairContext } from './scroll-together.ts'
export { isRightToLeft } from './text/direction.ts'
export { bringIntoView } from './text/landing.ts'
export { trimmed } from './text/paragraphs.ts'
export type { Mark } from './text/segments.ts'
export { onTextMoved } from './text/text-moves.ts'

export interface ReaderPageProps {
  readonly source: SourceId
  /** The passage to land on, as UTF-16 offsets on the source's text. A new object lands anew. */
  readonly span?: Span | undefined
  /** The search that led here: its matches are marked. */
  readonly query?: string | undefined
  readonly marks?: readonly Mark[]
  /** A press on marked words: the ids of the marks there, the innermost first; empty beside all marks. */
  readonly onPressMarks?: (ids: readonly string[]) => void
  /** Further buttons in the head of the page. */
  readonly tools?: ReactNode
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

function OpenText({ text, span, query, marks = noMarks, onPressMarks, tools, children }: OpenTextProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const view = useTextView(host, scroller, text)
  const { selected, clearSelected } = useSelectedSpan(view, host)
  useTellSelected(text.source.id, selected)
  const [said, announce] = useState('')
  /** The words that finding began with; null while nothing is looked for. */
  const [finding, setFinding] = useState<string | null>(null)

  const [hasCaret, setCaret] = useState(false)

  useLayoutEffect(() => view?.setMarks(marks), [view, marks])
  useLanding(view, text.source.id, span)
  useEffect(() => {
    // Whoever opened it is gone from the page: reading goes on with the keyboard at once.
    if (view !== null && document.activeElement === document.body)
      view.scroller.focus({ preventScroll: true })
  }, [view])
  useScrollTogether(view)
  useWholeText(view)
  usePrinting(view)

  const reading = useMemo(
    () => (view === null ? null : { text, view, selected, clearSelected, announce }),
    [text, view, selected, clearSelected],
  )
  const find = () => setFinding(selected === null ? '' : firstWords(text.text, selected))
  useCommand({
    id: 'find.in-source',
    title: 'Find in this source',
    group: 'Reading',
    keys: ['mod+f'],
    run: find,
  })
  useCommand({
    id: 'reader.caret',
    title: hasCaret ? 'Put the caret away' : 'Walk through the text with a caret',
    group: 'Reading',
    keys: ['f7'],
    run: () => {
      setCaret(!hasCaret)
      scroller.current?.focus({ preventScroll: true })
    },
  })
  const press = (event: MouseEvent) => {
    if (view === null || view.selectedSpan() !== null) return
    onPressMarks?.(view.marksAround(event.target as Node))
  }
  return (
    <ReadingContext value={reading}>
      <article className="reader" aria-label={text.source.title ?? text.source.label} {...useLook()}>
        <PageHeader onFind={find} hasCaret={hasCaret} onCaret={setCaret} tools={tools} />
        {reading === null ? null : (
          <ReaderBar finding={finding} query={query} onClose={() => setFinding(null)} />
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled text is scrolled by keys, too */}
        <section className="reader-scroller" ref={scroller} tabIndex={0} aria-label="Text">
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- marks are reached by keys in the pane beside the text */}
          <div className="reader-text" ref={host} onClick={press} lang={text.source.language ?? undefined} />
          {reading !== null && hasCaret && <CaretLayer onPressMarks={onPressMarks} />}
        </section>
        {reading === null ? null : (
          <>
            <Minimap view={reading.view} marks={marks} />
            {children}
          </>
        )}
        <output className="only-spoken">{said}</output>
      </article>
    </ReadingContext>
  )
}

/** The panes beside the text speak of the selected words, too. */
function useTellSelected(source: SourceId, span: Span | null): void {
  useEffect(() => {
    if (span === null) return
    const words = { source, span }
    useSelection.setState({ words })
    return () => {
      // Of two texts beside each other the other one may have told its own since.
      if (useSelection.getState().words === words) useSelection.setState({ words: null })
    }
  }, [source, span])
}

interface ReaderBarProps {
  readonly finding: string | null
  readonly query: string | undefined
  readonly onClose: () => void
}

/** Finding goes before the search that led here: one bar at a time, one pair of keys for the next match. */
function ReaderBar({ finding, query, onClose }: ReaderBarProps) {
  if (finding !== null) return <FindBar key={finding} first={finding} onClose={onClose} />
  const asked = query?.trim() ?? ''
  return asked === '' ? null : <HitsBar key={asked} query={asked} />
}

const longestFirst = 80

/** What is selected, as far as it is something to look for. */
function firstWords(text: string, { start, end }: Span): string {
  const words = text.slice(start, end)
  return words.length > longestFirst || words.includes('\n') ? '' : words
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
