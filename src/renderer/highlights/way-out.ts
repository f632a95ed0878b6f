import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

interface WayOut {
  readonly ref: RefObject<HTMLElement | null>
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Escape in a field of the card leads back to where the keyboard came from, which is the text for whoever pressed `n` or
 * `t` there; and so does the card when it goes away with the keyboard in it.
 */
export function useWayOut(): WayOut {
  const ref = useRef<HTMLElement>(null)
  const origin = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const card = ref.current
    return () => {
      if (card?.contains(document.activeElement) === true) goBackTo(origin.current)
    }
  }, [])
  return {
    ref,
    onFocus: ({ currentTarget, relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
        origin.current = relatedTarget
    },
    onKeyDown: ({ key, target }) => {
      if (key === 'Escape' && target instanceof HTMLElement && isField(target) && !hasOpenList(target))
        goBackTo(origin.current)
    },
  }
}

function goBackTo(origin: HTMLElement | null): void {
  if (origin?.isConnected === true) origin.focus({ preventScroll: true })
}

function isField(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement || element.isContentEditable
}

/** Escape closes the list of a field first. */
function hasOpenList(element: HTMLElement): boolean {
  return element.getAttribute('aria-expanded') === 'true'
}
