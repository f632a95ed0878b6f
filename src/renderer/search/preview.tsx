import type { SearchHit, SearchPassage } from '#contract/search.ts'
import type { Span } from '#contract/source.ts'
import { IconButton } from '../parts/button.tsx'
import { CloseIcon } from '../parts/icons.tsx'
import { Spinner } from '../parts/states.tsx'
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
      {hit.kind === 'source' && hit.source !== null ? (
        <SourceRound source={hit.source} passage={passage} words={words} />
      ) : (
        <div className="search-preview-text" dir="auto">
          {hit.passages.map((one) => (
            <p key={one.start}>
              <Snippet passage={one} />
            </p>
          ))}
        </div>
      )}
    </section>
  )
}

/** How much of a text is shown on each side of the passage, in UTF-16 code units. */
const reach = 3_000

interface SourceRoundProps extends Pick<PreviewProps, 'passage' | 'words'> {
  readonly source: NonNullable<SearchHit['source']>
}

function SourceRound({ source, passage, words }: SourceRoundProps) {
  const { data } = useAnswer('sources.read', { id: source })
  const { data: found } = useAnswer('search.inSource', { source, query: words }, { keep: true })
  if (data === undefined) return <Spinner label="Reading" />
  const at = passage?.start ?? 0
  const { from, to } = paragraphsRound(data.text, at)
  const marks = (found?.matches ?? []).filter(({ start, end }) => start >= from && end <= to)
  return (
    <div className="search-preview-text">
      {paragraphsOf(data.text, from, to).map((paragraph) => (
        <p key={paragraph.start} dir="auto">
          {piecesOf(data.text, paragraph, marks).map(({ start, end, isMarked }) =>
            isMarked ? (
              <mark
                key={start}
                ref={start === at ? bringIntoView : null}
                data-current={start === at || undefined}
              >
                {data.text.slice(start, end)}
              </mark>
            ) : (
              data.text.slice(start, end)
            ),
          )}
        </p>
      ))}
    </div>
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
