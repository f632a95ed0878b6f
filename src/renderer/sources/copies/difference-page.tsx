import { useMemo, useRef, useState } from 'react'
import type { SourceId } from '#contract/ids.ts'
import { Button } from '../../parts/button.tsx'
import { BackIcon, ForwardIcon } from '../../parts/icons.tsx'
import { Banner, EmptyState, FailureState, Spinner } from '../../parts/states.tsx'
import { PageHead, Toolbar } from '../../parts/toolbar.tsx'
import { useAnswer, usePlace } from '../../session/session.tsx'
import { SourceOrigin } from '../source-origin.tsx'
import { nameOf } from '../source-words.ts'
import { blocksOf, type DifferencePiece, type DifferenceRow, rowsOf } from './difference-rows.ts'
import { VersionTools } from './version-tools.tsx'
import './copies.css'

interface DifferencePageProps {
  readonly from: SourceId
  readonly to: SourceId
}

/** Two sources beside each other, word by word: what the one says and the other does not. */
export function DifferencePage({ from, to }: DifferencePageProps) {
  const older = useAnswer('sources.read', { id: from })
  const newer = useAnswer('sources.read', { id: to })
  const difference = useAnswer('sources.difference', { from, to })
  const failure = older.error ?? newer.error ?? difference.error
  const [one, other, runs] = [older.data, newer.data, difference.data]
  const ready = one !== undefined && other !== undefined && runs !== undefined
  const rows = useMemo(
    () => (ready ? rowsOf(one.text, other.text, runs.runs) : []),
    [ready, one, other, runs],
  )
  return (
    <div className="difference">
      <PageHead
        title="What differs"
        {...(ready ? { detail: `${Math.round(runs.similarity * 100)} % alike` } : {})}
      >
        {ready && <DifferenceTools from={one.source} to={other.source} />}
      </PageHead>
      {failure !== null && <FailureState message={failure.message} />}
      {failure === null && !ready && <Spinner label="Comparing" />}
      {ready && runs.summarised && (
        <Banner tone="warning">
          These texts are long and differ in large parts: where they have hardly a word in common, whole
          stretches are shown as changed.
        </Banner>
      )}
      {failure === null && ready && (
        <Compared from={<SourceHead {...one} />} to={<SourceHead {...other} />} rows={rows} />
      )}
    </div>
  )
}

type ReadSource = NonNullable<ReturnType<typeof useAnswer<'sources.read'>>['data']>

function DifferenceTools({ from, to }: Record<'from' | 'to', ReadSource['source']>) {
  const go = usePlace((state) => state.go)
  const readBoth = () => {
    go({ kind: 'source', id: from.id })
    go({ kind: 'source', id: to.id }, { beside: true })
  }
  return (
    <Toolbar label="These two sources">
      <VersionTools older={from} newer={to} />
      <Button
        tone="quiet"
        onPress={() => go({ kind: 'difference', from: to.id, to: from.id }, { replace: true })}
      >
        Swap sides
      </Button>
      <Button tone="quiet" onPress={readBoth}>
        Read both
      </Button>
    </Toolbar>
  )
}

function SourceHead({ source }: ReadSource) {
  const go = usePlace((state) => state.go)
  return (
    <>
      <button type="button" className="difference-name" onClick={() => go({ kind: 'source', id: source.id })}>
        <bdi>{nameOf(source)}</bdi>
      </button>
      <span className="difference-origin">
        <SourceOrigin {...source} />
      </span>
    </>
  )
}

interface ComparedProps {
  readonly from: React.ReactNode
  readonly to: React.ReactNode
  readonly rows: readonly DifferenceRow[]
}

function Compared({ from, to, rows }: ComparedProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const changes = rows.flatMap(({ changed }, at) => (changed ? [at] : []))
  const scroller = useRef<HTMLDivElement>(null)
  if (changes.length === 0)
    return <EmptyState title="No difference">Every word of the one stands in the other.</EmptyState>
  const unfold = (first: number, last: number) =>
    setUnfolded(new Set([...unfolded, ...Array.from({ length: last - first + 1 }, (_, at) => first + at)]))
  return (
    <>
      <ChangeWalk changes={changes} scroller={scroller} />
      {/* It scrolls: the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="difference-scroller" role="region" aria-label="Both texts" tabIndex={0} ref={scroller}>
        <table className="difference-table">
          <thead>
            <tr>
              <th scope="col">{from}</th>
              <th scope="col">{to}</th>
            </tr>
          </thead>
          <tbody>
            {blocksOf(rows, unfolded).map((block) =>
              block.kind === 'row' ? (
                <Row key={block.at} at={block.at} row={block.row} />
              ) : (
                <tr key={block.first} className="difference-fold">
                  <td colSpan={2}>
                    <button type="button" onClick={() => unfold(block.first, block.last)}>
                      {foldedWords(block.last - block.first + 1)}
                    </button>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  )
}

function foldedWords(count: number): string {
  return `Show ${count.toLocaleString('en')} paragraphs that are alike`
}

function Row({ at, row: { from, to, changed } }: { readonly at: number; readonly row: DifferenceRow }) {
  return (
    <tr data-change={changed ? at : undefined}>
      <td dir="auto">
        <Pieces pieces={from} as="del" />
      </td>
      <td dir="auto">
        <Pieces pieces={to} as="ins" />
      </td>
    </tr>
  )
}

function Pieces({
  pieces,
  as: Changed,
}: {
  readonly pieces: readonly DifferencePiece[]
  readonly as: 'ins' | 'del'
}) {
  return pieces.map(({ text, changed }, at) =>
    // Pieces have no name of their own, and never move.
    // oxlint-disable-next-line react/no-array-index-key
    changed ? <Changed key={at}>{text}</Changed> : <span key={at}>{text}</span>,
  )
}

interface ChangeWalkProps {
  readonly changes: readonly number[]
  readonly scroller: React.RefObject<HTMLDivElement | null>
}

/** From one change to the next. */
function ChangeWalk({ changes, scroller }: ChangeWalkProps) {
  const [at, setAt] = useState(-1)
  const walk = (to: number) => {
    setAt(to)
    scroller.current?.querySelector(`[data-change="${changes[to]}"]`)?.scrollIntoView({ block: 'center' })
  }
  const words =
    changes.length === 1
      ? 'One paragraph differs'
      : `${changes.length.toLocaleString('en')} paragraphs differ`
  return (
    <div className="difference-walk">
      <span role="status">{at < 0 ? words : `${at + 1} of ${changes.length.toLocaleString('en')}`}</span>
      <Button tone="quiet" icon={<BackIcon />} isDisabled={at <= 0} onPress={() => walk(at - 1)}>
        Change before
      </Button>
      <Button
        tone="quiet"
        icon={<ForwardIcon />}
        isDisabled={at === changes.length - 1}
        onPress={() => walk(at + 1)}
      >
        Next change
      </Button>
    </div>
  )
}
