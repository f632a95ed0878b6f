import { useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '#contract/source.ts'
import { useCommand } from '../../session/session.tsx'
import { bringIntoView, isInView, offsetAtTop } from '../text/landing.ts'
import type { TextView } from '../text/text-view.ts'

/** Going from one thing found to the next, round the end of the text; with the keys for it. */
export interface Walk {
  /** Which one is shown, from 0; null before the first step. */
  readonly at: number | null
  readonly current: Span | null
  readonly next: () => void
  readonly previous: () => void
  /** Goes to the first one at or after where one is: the one shown before, as long as it is in view, or else the top of the screen. */
  readonly start: () => void
}

export function useWalk(view: TextView, spans: readonly Span[]): Walk {
  const [step, setStep] = useState<{ readonly spans: readonly Span[]; readonly at: number } | null>(null)
  // What was found before says nothing about where one is in what is found now.
  const at = step !== null && step.spans === spans ? step.at : null
  const current = at === null ? null : (spans[at] ?? null)
  const shown = useRef<Span | null>(null)

  const show = useCallback(
    (index: number) => {
      const span = spans[index]
      if (span === undefined) return
      shown.current = span
      setStep({ spans, at: index })
      bringIntoView(view, span, 'nearest')
    },
    [view, spans],
  )
  /** `beyond`: how far behind where one is. */
  const fromHere = useCallback(
    (beyond: 0 | 1) => {
      const last = shown.current
      return last !== null && isInView(view, last)
        ? firstFrom(last.start + beyond, spans)
        : firstFromScreen(view, spans)
    },
    [view, spans],
  )

  useEffect(() => {
    view.overlay('current', current === null ? [] : [current])
    return () => view.overlay('current', [])
  }, [view, current])

  const walk: Walk = {
    at,
    current,
    start: useCallback(() => show(fromHere(0)), [show, fromHere]),
    next: () => show(at === null ? fromHere(1) : (at + 1) % spans.length),
    previous: () => show(at === null ? fromHere(0) : (at + spans.length - 1) % spans.length),
  }
  useKeys(walk)
  return walk
}

function useKeys({ next, previous }: Walk): void {
  const group = 'Reading'
  useCommand({
    id: 'find.next',
    title: 'Next match',
    group,
    keys: ['f3', 'mod+g'],
    run: next,
    inFields: true,
  })
  useCommand({
    id: 'find.previous',
    title: 'Previous match',
    group,
    keys: ['shift+f3', 'mod+shift+g'],
    run: previous,
    inFields: true,
  })
}

/** @returns which one is the first at or after what is on the screen, else the very first: from 0 */
export function firstFromScreen(view: TextView, spans: readonly Span[]): number {
  return firstFrom(offsetAtTop(view), spans)
}

function firstFrom(offset: number, spans: readonly Span[]): number {
  return Math.max(
    0,
    spans.findIndex(({ start }) => start >= offset),
  )
}
