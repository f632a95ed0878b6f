import type { SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'

/** Two sources beside each other, or two places of one: which is where, when one goes on to another. */

export interface OpenedSource {
  readonly id: SourceId
  /** The passage to show, as UTF-16 offsets on the source's text. */
  readonly span?: Span | undefined
  /** The search that led here: its matches are marked and can be walked. */
  readonly query?: string | undefined
}

export interface SourcePlace extends OpenedSource {
  readonly kind: 'source'
  /** What is read beside it. */
  readonly beside?: OpenedSource | undefined
}

export type Side = 'first' | 'second'

export interface TwoSides {
  readonly place: SourcePlace
  /** The side that was turned to. */
  readonly side: Side
}

export function openedAt(place: SourcePlace, side: Side): OpenedSource {
  return side === 'second' && place.beside !== undefined ? place.beside : opened(place)
}

/** Both sides stay: a source that is open goes on where it is, another one takes the side that is turned to. */
export function goneOn({ place, side }: TwoSides, target: OpenedSource): TwoSides {
  if (place.beside === undefined) return { place: { kind: 'source', ...opened(target) }, side: 'first' }
  const isAt = (one: Side) => openedAt(place, one).id === target.id
  const other: Side = side === 'first' ? 'second' : 'first'
  const to = !isAt(side) && isAt(other) ? other : side
  return { place: withSide(place, to, target), side: to }
}

/** What is turned to stays where it is; the target comes beside it, and is turned to. */
export function openedBeside({ place, side }: TwoSides, target: OpenedSource): TwoSides {
  return {
    place: { kind: 'source', ...openedAt(place, side), beside: opened(target) },
    side: 'second',
  }
}

/** The other side alone. */
export function withoutSide(place: SourcePlace, side: Side): SourcePlace {
  return { kind: 'source', ...openedAt(place, side === 'first' ? 'second' : 'first') }
}

function withSide(place: SourcePlace, side: Side, target: OpenedSource): SourcePlace {
  return side === 'first'
    ? { kind: 'source', ...opened(target), beside: place.beside }
    : { ...place, beside: opened(target) }
}

function opened({ id, span, query }: OpenedSource): OpenedSource {
  return { id, ...(span === undefined ? {} : { span }), ...(query === undefined ? {} : { query }) }
}
