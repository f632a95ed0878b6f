import { useMemo } from 'react'
import type { Occurrence } from '#contract/highlights.ts'
import { CheckIcon, MinusIcon } from '../../parts/icons.tsx'
import { LongList } from '../../parts/long-list.tsx'
import { Chip } from '../../parts/tag.tsx'
import { boxOf, isMarked, leadTo, leftOutAfter, type PlaceKey, type Row, rowsOf } from './places.ts'
import './places-list.css'

interface PlacesListProps {
  readonly label: string
  readonly places: readonly Occurrence[]
  readonly leftOut: ReadonlySet<PlaceKey>
  readonly onLeaveOut: (leftOut: ReadonlySet<PlaceKey>) => void
}

/** All places are at hand: no stretch of rows has to be asked for. */
const allAtHand = () => {}

/** Places with the words round them, under the source they stand in. A press, Enter or Space takes one or leaves it out. */
export function PlacesList({ label, places, leftOut, onLeaveOut }: PlacesListProps) {
  const rows = useMemo(() => rowsOf(places), [places])
  return (
    <div className="places-list">
      <LongList<Row>
        label={label}
        total={rows.length}
        itemAt={(index) => rows[index]}
        want={allAtHand}
        rowHeight={44}
        onOpen={(row) => onLeaveOut(leftOutAfter(row, leftOut))}
      >
        {(row) => (
          // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/control-has-associated-label -- the grid has the focus, the words are the label
          <div role="gridcell" className="places-row" data-kind={row.kind}>
            <Box state={boxOf(row, leftOut)} isHidden={row.kind === 'place' && isMarked(row.place)} />
            {row.kind === 'source' ? <Heading row={row} /> : <InContext place={row.place} />}
          </div>
        )}
      </LongList>
    </div>
  )
}

const boxWords = { on: 'Taken:', off: 'Left out:', some: 'Partly left out:' } as const

function Box({ state, isHidden }: { readonly state: 'on' | 'off' | 'some'; readonly isHidden: boolean }) {
  if (isHidden) return <span className="places-box" data-state="none" />
  return (
    <span className="places-box" data-state={state}>
      <span className="only-spoken">{boxWords[state]}</span>
      {state === 'on' && <CheckIcon />}
      {state === 'some' && <MinusIcon />}
    </span>
  )
}

function Heading({ row }: { readonly row: Extract<Row, { kind: 'source' }> }) {
  return (
    <>
      <strong className="one-line" dir="auto">
        {row.title}
      </strong>
      <span className="places-count">{row.places.length.toLocaleString('en')}</span>
    </>
  )
}

function InContext({ place }: { readonly place: Occurrence }) {
  const { context, quoteAt, quote } = place
  return (
    <>
      <span className="places-context" dir="auto">
        {leadTo(place)}
        <mark>{context.slice(quoteAt, quoteAt + quote.length)}</mark>
        {context.slice(quoteAt + quote.length)}
      </span>
      {isMarked(place) && <Chip>Marked already</Chip>}
    </>
  )
}
