import { useLayoutEffect } from 'react'

/** Where the keyboard was before the first of a row of dialogs. */
let origin: Element | null = null
let returning: number | null = null

/**
 * One dialog may follow another (progress, then a report): the last one gives the keyboard back to where the first one took it
 * from, which the dialogs themselves cannot know.
 */
export function useFocusBack(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    take()
    return giveBack
  }, [isOpen])
}

function take(): void {
  if (returning !== null) cancelAnimationFrame(returning)
  else if (!document.activeElement?.closest('.dialog-overlay')) origin = document.activeElement
  returning = null
}

function giveBack(): void {
  // What closes gives the keyboard back by itself in the next frame, where it can.
  returning = requestAnimationFrame(() => {
    returning = requestAnimationFrame(() => {
      returning = null
      if (document.activeElement === document.body && origin instanceof HTMLElement && origin.isConnected)
        origin.focus({ preventScroll: true })
    })
  })
}
