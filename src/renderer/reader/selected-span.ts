import { type RefObject, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Span } from '#contract/source.ts'
import type { TextView } from './text/text-view.ts'

/**
 * What is selected in the text. It follows the keyboard at once and the mouse when its button is let go, and stays what it
 * is while the focus is in a text field: the words a note is written on must not slip away.
 */
export function useSelectedSpan(
  view: TextView | null,
  host: RefObject<HTMLElement | null>,
): { selected: Span | null; clearSelected: (words: Span) => void } {
  const [selected, setSelected] = useState<Span | null>(null)

  useEffect(() => {
    if (view === null) return
    let isPressed = false
    const read = () => {
      if (isPressed) return
      if (view.selectionEnds() === null) {
        // Of two texts beside each other one has the selection.
        if (isInAnotherText(document.getSelection())) setSelected(null)
        return
      }
      const now = view.selectedSpan()
      setSelected((before) => (isSame(before, now) ? before : now))
    }
    // The browser tells of a selection a moment after it was made: a key that follows fast means the words that are selected now.
    const readFirst = () => flushSync(read)
    const press = (event: PointerEvent) => {
      isPressed = host.current?.contains(event.target as Node) ?? false
    }
    const release = () => {
      if (!isPressed) return
      isPressed = false
      // The browser settles the selection after the event.
      setTimeout(read)
    }
    document.addEventListener('selectionchange', read)
    window.addEventListener('keydown', readFirst, { capture: true })
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    document.addEventListener('pointercancel', release)
    return () => {
      document.removeEventListener('selectionchange', read)
      window.removeEventListener('keydown', readFirst, { capture: true })
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
      document.removeEventListener('pointercancel', release)
    }
  }, [view, host])

  const clearSelected = useCallback(
    (words: Span) => {
      const now = view?.selectedSpan() ?? null
      // Others were selected since.
      if (now !== null && !isSame(now, words)) return
      view?.unselect()
      setSelected((before) => (isSame(before, words) ? null : before))
    },
    [view],
  )

  useEffect(() => {
    view?.overlay('selected', selected === null ? [] : [selected])
  }, [view, selected])

  return { selected, clearSelected }
}

function isSame(one: Span | null, other: Span | null): boolean {
  return one?.start === other?.start && one?.end === other?.end
}

function isInAnotherText(selection: Selection | null): boolean {
  const around = selection?.anchorNode?.parentElement
  return around !== null && around !== undefined && around.closest('.reader-text') !== null
}
