import { useEffect, useLayoutEffect } from 'react'
import type { SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { keepReadingPosition, readingPosition } from './reading-positions.ts'
import { bringIntoView, bringToTop, offsetAtTop } from './text/landing.ts'
import type { TextView } from './text/text-view.ts'

/** How long a passage that was landed on is lit. Milliseconds. */
const flashTime = 1_800
/** A position is kept once the text has come to rest. Milliseconds. */
const rest = 250

/** Lands on the passage asked for, else where reading was left; and keeps where reading is. */
export function useLanding(view: TextView | null, source: SourceId, span: Span | undefined): void {
  useLayoutEffect(() => {
    if (view === null || span !== undefined) return
    const left = readingPosition(source)
    if (left === null) view.prepare({ start: 0, end: 0 })
    else bringToTop(view, left)
    // Only when the text is opened: a place without a passage leaves the text where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [view, source])

  useLayoutEffect(() => {
    if (view === null || span === undefined) return
    bringIntoView(view, span)
    view.overlay('flash', [span])
    const end = setTimeout(() => view.overlay('flash', []), flashTime)
    return () => clearTimeout(end)
  }, [view, span])

  useEffect(() => {
    if (view === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      timer = undefined
      keepReadingPosition(source, offsetAtTop(view))
    }
    const keepSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, rest)
    }
    // Whoever closes the window while the text still moves finds it there, too.
    const keepAtOnce = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      keep()
    }
    view.scroller.addEventListener('scroll', keepSoon, { passive: true })
    window.addEventListener('pagehide', keepAtOnce)
    return () => {
      clearTimeout(timer)
      view.scroller.removeEventListener('scroll', keepSoon)
      window.removeEventListener('pagehide', keepAtOnce)
    }
  }, [view, source])
}
