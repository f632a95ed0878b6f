import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** CSS pixels kept free between a list and the edges of the window, and between it and the line that is written. */
const edge = 8
const gap = 4

interface Size {
  readonly width: number
  readonly height: number
}

interface Place {
  readonly left: number
  readonly top: number
}

/** Under the line of the caret, above it where there is more room; never beyond the edges of the window. */
export function placeOfMenu(
  caret: Pick<DOMRect, 'left' | 'top' | 'bottom'>,
  menu: Size,
  window: Size,
): Place {
  const below = caret.bottom + gap
  const above = caret.top - gap - menu.height
  const fitsBelow = below + menu.height + edge <= window.height
  const top = fitsBelow || above < edge ? Math.min(below, window.height - menu.height - edge) : above
  return {
    left: Math.max(edge, Math.min(caret.left, window.width - menu.width - edge)),
    top: Math.max(edge, top),
  }
}

interface MenuAtCaret {
  readonly ref: RefObject<HTMLDivElement | null>
  /** On the window (`position: fixed`); null until it is measured. */
  readonly place: Place | null
}

/** Keeps a list at the caret, also while it grows and the caret moves on. */
export function useMenuAtCaret(): MenuAtCaret {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  useLayoutEffect(() => {
    const put = () => {
      const caret = caretBox()
      if (ref.current === null || caret === null) return
      const size = ref.current.getBoundingClientRect()
      setPlace(
        placeOfMenu(caret, size, {
          width: window.innerWidth,
          height: window.innerHeight,
        }),
      )
    }
    put()
    const grown = new ResizeObserver(put)
    if (ref.current !== null) grown.observe(ref.current)
    document.addEventListener('selectionchange', put)
    window.addEventListener('resize', put)
    // Whatever is scrolled: a scroll event does not rise, but it can be caught on its way down.
    window.addEventListener('scroll', put, { capture: true, passive: true })
    return () => {
      grown.disconnect()
      document.removeEventListener('selectionchange', put)
      window.removeEventListener('resize', put)
      window.removeEventListener('scroll', put, { capture: true })
    }
  }, [])
  return { ref, place }
}

function caretBox(): DOMRect | null {
  const selection = document.getSelection()
  return selection === null || selection.rangeCount === 0
    ? null
    : selection.getRangeAt(0).getBoundingClientRect()
}
