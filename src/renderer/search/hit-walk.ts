import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { SearchHit } from '#contract/search.ts'
import { passagesOf } from './open-hit.ts'

/** A passage of the list: which hit, and which of the passages shown of it, both from 0. */
export interface Spot {
  readonly hit: number
  readonly passage: number
}

export function isSameSpot(one: Spot, other: Spot): boolean {
  return one.hit === other.hit && one.passage === other.passage
}

export interface HitWalk {
  readonly spot: Spot
  /** Goes there and takes the focus along. */
  readonly goTo: (spot: Spot) => void
  readonly next: () => void
  readonly previous: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

interface HitWalkInput {
  readonly total: number
  readonly hitAt: (index: number) => SearchHit | undefined
  readonly list: RefObject<HTMLElement | null>
  readonly reveal: (hit: number) => void
  readonly start: Spot
  /** Up from the first passage leads back to where the words are typed. */
  readonly onLeaveUp: () => void
}

/** Walking through passages by keys: arrows from one to the next, `n` and `p` from hit to hit. */
export function useHitWalk({ total, hitAt, list, reveal, start, onLeaveUp }: HitWalkInput): HitWalk {
  const [spot, setSpot] = useState(start)
  // The row may have to be built, and its hit to be fetched, before it can have the focus.
  const wanted = useRef<Spot | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const passage = passageAt(list.current, wanted.current)
    if (passage === null) return
    wanted.current = null
    passage.focus({ preventScroll: true })
    passage.scrollIntoView({ block: 'nearest' })
  })

  const goTo = (to: Spot) => {
    wanted.current = to
    reveal(to.hit)
    setSpot({ ...to })
  }
  const toHit = (hit: number, passage = 0) => {
    if (hit >= 0 && hit < total) goTo({ hit, passage })
  }
  const countAt = (hit: number) => {
    const there = hitAt(hit)
    return there === undefined ? 1 : passagesOf(there).length
  }
  const next = () =>
    spot.passage + 1 < countAt(spot.hit)
      ? goTo({ hit: spot.hit, passage: spot.passage + 1 })
      : toHit(spot.hit + 1)
  const previous = () =>
    spot.passage > 0
      ? goTo({ hit: spot.hit, passage: spot.passage - 1 })
      : toHit(spot.hit - 1, countAt(spot.hit - 1) - 1)

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: next,
    ArrowUp: () => (spot.hit === 0 && spot.passage === 0 ? onLeaveUp() : previous()),
    n: () => toHit(spot.hit + 1),
    p: () => toHit(spot.hit - 1),
    Home: () => toHit(0),
    End: () => toHit(total - 1),
  }
  return {
    spot,
    goTo,
    next,
    previous,
    onKeyDown: (event) => {
      const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
      if (run === undefined) return
      event.preventDefault()
      run()
    },
  }
}

function passageAt(list: HTMLElement | null, { hit, passage }: Spot): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${hit}"] [data-passage="${passage}"]`) ?? null
}
