import type { Occurrence } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'

/** Places to mark, as they are looked through: grouped by source, each taken or left out. Pure. */

/** A place is the same in every answer: `source_…:120–131`. */
export type PlaceKey = string

export interface PlaceRow {
  readonly kind: 'place'
  readonly id: PlaceKey
  readonly place: Occurrence
}

export interface SourceRow {
  readonly kind: 'source'
  readonly id: SourceId
  readonly title: string
  /** The keys of the places below it that can be marked. */
  readonly places: readonly PlaceKey[]
}

export type Row = PlaceRow | SourceRow

export function keyOfPlace({ source, start, end }: Occurrence): PlaceKey {
  return `${source}:${start}–${end}`
}

/** Marked on exactly these words already: there is nothing to do. */
export function isMarked({ highlight }: Occurrence): boolean {
  return highlight !== null
}

/** A heading for each source, then its places, both in the order they came in. */
export function rowsOf(places: readonly Occurrence[]): readonly Row[] {
  const groups = Map.groupBy(places, ({ source }) => source)
  return [...groups].flatMap(([source, group]): Row[] => [
    {
      kind: 'source',
      id: source,
      title: group[0]?.sourceTitle ?? '',
      places: group.filter((place) => !isMarked(place)).map(keyOfPlace),
    },
    ...group.map((place): PlaceRow => ({ kind: 'place', id: keyOfPlace(place), place })),
  ])
}

/** What is left out after this row was pressed: a place changes sides; a source with any place taken is left out whole. */
export function leftOutAfter(row: Row, leftOut: ReadonlySet<PlaceKey>): ReadonlySet<PlaceKey> {
  const after = new Set(leftOut)
  if (row.kind === 'place') {
    if (!isMarked(row.place) && !after.delete(row.id)) after.add(row.id)
    return after
  }
  const isAnyTaken = row.places.some((key) => !leftOut.has(key))
  for (const key of row.places) {
    if (isAnyTaken) after.add(key)
    else after.delete(key)
  }
  return after
}

/** The places that will be marked, in their order. */
export function taken(places: readonly Occurrence[], leftOut: ReadonlySet<PlaceKey>): readonly Occurrence[] {
  return places.filter((place) => !isMarked(place) && !leftOut.has(keyOfPlace(place)))
}

/** How a row's box stands. */
export function boxOf(row: Row, leftOut: ReadonlySet<PlaceKey>): 'on' | 'off' | 'some' {
  if (row.kind === 'place') return isMarked(row.place) || leftOut.has(row.id) ? 'off' : 'on'
  const on = row.places.filter((key) => !leftOut.has(key)).length
  if (on === 0) return 'off'
  return on === row.places.length ? 'on' : 'some'
}

/** Characters before the words: in a row of two lines, the words themselves are seen. */
const longestLead = 80

/** What stands before the words, as far as there is room for it. */
export function leadTo({ context, quoteAt }: Pick<Occurrence, 'context' | 'quoteAt'>): string {
  if (quoteAt <= longestLead) return context.slice(0, quoteAt)
  const lead = context.slice(quoteAt - longestLead, quoteAt)
  return `…${lead.slice(Math.max(0, lead.indexOf(' ')))}`
}
