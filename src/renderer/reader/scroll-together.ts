import { createContext, useContext, useEffect } from 'react'
import { matchPlaces, type PlaceFinder } from './matching-places.ts'
import { offsetAtEdge, putOffsetAtEdge } from './text/landing.ts'
import type { TextView } from './text/text-view.ts'

/** Two texts that are scrolled as one: where the one goes, the other follows to the words that belong there. */
export class ScrollPair {
  readonly #views: TextView[] = []
  readonly #finders = new Map<TextView, { readonly to: TextView; readonly find: PlaceFinder }>()
  #leader: TextView | null = null
  #isOn = false

  /** @returns its own undo */
  join(view: TextView): () => void {
    this.#views.push(view)
    // The other one's scrolling is an answer to this one's, and has none itself.
    const lead = () => {
      this.#leader = view
    }
    const follow = () => this.#follow(view)
    for (const name of hands) view.scroller.addEventListener(name, lead, { passive: true, capture: true })
    view.scroller.addEventListener('scroll', follow, { passive: true })
    return () => {
      for (const name of hands) view.scroller.removeEventListener(name, lead, { capture: true })
      view.scroller.removeEventListener('scroll', follow)
      this.#views.splice(this.#views.indexOf(view), 1)
      this.#finders.clear()
      if (this.#leader === view) this.#leader = null
    }
  }

  turn(on: boolean): void {
    this.#isOn = on
    this.#leader ??= this.#views[0] ?? null
    if (this.#leader !== null) this.#follow(this.#leader)
  }

  #follow(view: TextView): void {
    if (!this.#isOn || view !== this.#leader) return
    const finder = this.#finders.get(view) ?? this.#newFinder(view)
    if (finder !== null) putOffsetAtEdge(finder.to, finder.find(offsetAtEdge(view)))
  }

  #newFinder(view: TextView): { to: TextView; find: PlaceFinder } | null {
    const to = this.#views.find((one) => one !== view)
    if (to === undefined) return null
    const finder = { to, find: matchPlaces(view, to) }
    this.#finders.set(view, finder)
    return finder
  }
}

/** What shows whose scrolling a text follows: the last one that a hand was on. */
const hands = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focus'] as const

export const ScrollPairContext = createContext<ScrollPair | null>(null)

/** Takes part in a pair, where there is one round this page. */
export function useScrollTogether(view: TextView | null): void {
  const pair = useContext(ScrollPairContext)
  useEffect(() => (view === null || pair === null ? undefined : pair.join(view)), [view, pair])
}
