import type { ReactNode } from 'react'
import type { SearchHit, SearchPassage } from '#contract/search.ts'
import type { Span } from '#contract/source.ts'
import { IconButton } from '../parts/button.tsx'
import { CloseIcon } from '../parts/icons.tsx'
import { FailureState, Spinner } from '../parts/states.tsx'
import { useAnswer } from '../session/session.tsx'
import { SourceOrigin } from '../sources/sources.tsx'
import { Snippet } from './hit-view.tsx'

interface PreviewProps {
  readonly hit: SearchHit
  readonly passage: SearchPassage | null
  /** The query whose matches are marked. */
  readonly words: string
  readonly onClose: () => void
}

/** A look at the words round a passage, without leaving the list. */
export function Preview({ hit, passage, words, onClose }: PreviewProps) {
  return (
    <section className="search-preview" aria-label={`Preview of ${hit.title}`}>
      <header className="search-preview-head">
        <bdi className="search-hit-title one-line">{hit.title}</bdi>
        <span className="search-hit-about one-line">
          <SourceOrigin {...hit} />
        </span>
        <IconButton label="Close the preview" keys="Escape" icon={<CloseIcon />} onPress={onClose} />
      </header>
      <Shown hit={hit} passage={passage} words={words} />
    </section>
  )
}

function Shown({ hit, passage, words }: Omit<PreviewProps, 'onClose'>) {
  const { source, mark } = hit
  if (source !== null) {
    return (
      <SourceRound
        source={source}
        at={mark ?? passage ?? textStart}
        marked={mark === null ? null : { start: mark.start, end: mark.end }}
        words={words}
      />
    )
  }
  return (
    <PreviewText>
      {hit.passages.length === 0 && <p>The words stand in its name alone.</p>}
      {hit.passages.map((one) => (
        <p key={one.start} dir="auto">
          <Snippet passage={one} />
        </p>
      ))}
    </PreviewText>
  )
}

/** It scrolls: the keyboard must reach it. */
function PreviewText({ children }: { readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label="Words of the preview" className="search-preview-text" tabIndex={0}>
      {children}
    </div>
  )
}

const textStart: Span = { start: 0, end: 0 }

/** How much of a text is shown on each side of the passage, in UTF-16 code units. */
const reach = 3_000

interface SourceRoundProps extends Pick<PreviewProps, 'words'> {
  readonly source: NonNullable<SearchHit['source']>
  /** What is brought into view. */
  readonly at: Span
  /** A highlight is shown from its first to its last word, whatever words were looked for. */
  readonly marked: Span | null
}

function SourceRound({ source, at, marked, words }: SourceRoundProps) {
  const { data, error } = useAnswer('sources.read', { id: source })
  const { data: found } = useAnswer('search.inSource', { source, query: words }, { keep: true })
  if (error !== null) return <FailureState message={error.message} />
  if (data === undefined) return <Spinner label="Reading" />
  const { from, to } = paragraphsRound(data.text, at.start)
  const matches = (found?.matches ?? []).filter(({ start, end }) => start >= from && end <= to)
  return (
    <PreviewText>
      {paragraphsOf(data.text, from, to).map((paragraph) => (
        <p key={paragraph.start} dir="auto">
          {piecesOf(data.text, paragraph, marked === null ? matches : [marked]).map(
            ({ start, end, isMarked }) =>
              isMarked ? (
                <mark
                  key={start}
                  ref={start === at.start ? bringIntoView : null}
                  data-current={start === at.start || undefined}
                >
                  {data.text.slice(start, end)}
                </mark>
              ) : (
                data.text.slice(start, end)
              ),
          )}
        </p>
      ))}
    </PreviewText>
  )
}

function bringIntoView(mark: HTMLElement | null): void {
  mark?.scrollIntoView({ block: 'center' })
}

/** Whole paragraphs: from the line end before the reach to the one behind it. */
function paragraphsRound(text: string, at: number): { from: number; to: number } {
  const from = at <= reach ? 0 : text.lastIndexOf('\n', at - reach) + 1
  const behind = text.indexOf('\n', at + reach)
  return { from, to: behind === -1 ? text.length : behind }
}

function paragraphsOf(text: string, from: number, to: number): Span[] {
  const paragraphs: Span[] = []
  for (let start = from; start < to; ) {
    const end = Math.min(indexOrEnd(text, start), to)
    if (end > start) paragraphs.push({ start, end })
    start = end + 1
  }
  return paragraphs
}

function indexOrEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

interface Piece extends Span {
  readonly isMarked: boolean
}

/** A paragraph cut at its matches; a match that runs over a line end is marked on both sides of it. */
export function piecesOf(text: string, { start, end }: Span, marks: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const mark of marks) {
    const from = Math.max(mark.start, at)
    const to = Math.min(mark.end, end)
    if (to <= from) continue
    if (from > at) pieces.push({ start: at, end: from, isMarked: false })
    pieces.push({ start: from, end: to, isMarked: true })
    at = to
  }
  if (at < Math.min(end, text.length)) pieces.push({ start: at, end, isMarked: false })
  return pieces
}
