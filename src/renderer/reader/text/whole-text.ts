import { useEffect } from 'react'
import type { TextView } from './text-view.ts'

/**
 * What works on the whole text works as if all of it were there: selecting builds the sections that were not needed yet, and
 * copying takes the words from the source, not from the page, so that they are verbatim however far a selection goes.
 */
export function useWholeText(view: TextView | null): void {
  useEffect(() => {
    if (view === null) return
    const copy = (event: ClipboardEvent) => {
      const span = view.selectedSpan()
      if (span === null || event.clipboardData === null) return
      event.clipboardData.setData('text/plain', view.text.slice(span.start, span.end))
      event.preventDefault()
    }
    const selectAll = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'a') return
      view.buildAll()
      view.select(0, view.text.length)
      event.preventDefault()
    }
    view.scroller.addEventListener('copy', copy)
    view.scroller.addEventListener('keydown', selectAll)
    return () => {
      view.scroller.removeEventListener('copy', copy)
      view.scroller.removeEventListener('keydown', selectAll)
    }
  }, [view])
}
