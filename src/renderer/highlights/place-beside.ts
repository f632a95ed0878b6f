import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Span } from '#contract/source.ts'
import { isRightToLeft, onTextMoved, type Reading } from '../reader/reader.tsx'

/** CSS pixels between the words and what stands beside them. */
const gap = 8

interface Beside {
  readonly ref: RefObject<HTMLDivElement | null>
  /** Null while the words are out of view. */
  readonly place: { readonly top: number; readonly left: number } | null
}

/** Keeps something beside a passage wherever its words go on the screen: below it, or above where there is no room below. */
export function usePlaceBeside(view: Reading['view'], { start, end }: Span): Beside {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Beside['place']>(null)

  useLayoutEffect(() => {
    const put = () => setPlace(ref.current === null ? null : placeBeside(view, { start, end }, ref.current))
    put()
    const grown = new ResizeObserver(put)
    if (ref.current !== null) grown.observe(ref.current)
    const stop = onTextMoved(view, put)
    return () => {
      grown.disconnect()
      stop()
    }
  }, [view, start, end])

  return { ref, place }
}

function placeBeside(view: Reading['view'], span: Span, element: HTMLElement): Beside['place'] {
  const lines = view.rangeOf(span)?.getClientRects()
  const first = lines?.[0]
  const last = lines?.[lines.length - 1]
  const frame = element.offsetParent?.getBoundingClientRect()
  const screen = view.scroller.getBoundingClientRect()
  if (first === undefined || last === undefined || frame === undefined) return null
  if (last.bottom < screen.top || first.top > screen.bottom) return null

  const below = Math.max(last.bottom + gap, screen.top + gap)
  const above = first.top - gap - element.offsetHeight
  const fitsBelow = below + element.offsetHeight + gap <= screen.bottom
  const top =
    fitsBelow || above < screen.top ? Math.min(below, screen.bottom - element.offsetHeight - gap) : above
  const middle = (last.left + last.right) / 2 - element.offsetWidth / 2
  const left = Math.max(screen.left + gap, Math.min(middle, screen.right - element.offsetWidth - gap))
  return { top: top - frame.top, left: left - frame.left }
}

/** Where one end of a passage stands on the reader's page; null while it is out of view. */
export function usePlaceInText(
  view: Reading['view'],
  offset: number,
  end: 'start' | 'end',
): { readonly top: number; readonly left: number; readonly height: number } | null {
  const [place, setPlace] = useState<ReturnType<typeof placeInText>>(null)
  useLayoutEffect(() => {
    const put = () => setPlace(placeInText(view, offset, end))
    put()
    return onTextMoved(view, put)
  }, [view, offset, end])
  return place
}

function placeInText(view: Reading['view'], offset: number, end: 'start' | 'end') {
  // The character inside the passage, not the one beyond it, which may stand on another line.
  const inside = end === 'start' ? { start: offset, end: offset + 1 } : { start: offset - 1, end: offset }
  const lines = view.rangeOf(inside)?.getClientRects()
  const line = end === 'start' ? lines?.[0] : lines?.[lines.length - 1]
  const screen = view.scroller.getBoundingClientRect()
  const frame = view.scroller.offsetParent?.getBoundingClientRect()
  if (line === undefined || frame === undefined || line.top < screen.top || line.bottom > screen.bottom)
    return null
  const isLeft = (end === 'start') !== isRightToLeft(view, inside.start)
  return {
    top: line.top - frame.top,
    left: (isLeft ? line.left : line.right) - frame.left,
    height: line.height,
  }
}
