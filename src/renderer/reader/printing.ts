import { useEffect } from 'react'
import { useCommand } from '../session/session.tsx'
import type { TextView } from './text/text-view.ts'

/** Printing takes the whole text with all its marks, of which a long source has built only what is near the screen. */
export function usePrinting(view: TextView | null): void {
  useEffect(() => {
    if (view === null) return
    const build = () => view.markAll()
    window.addEventListener('beforeprint', build)
    return () => window.removeEventListener('beforeprint', build)
  }, [view])

  useCommand({
    id: 'reader.print',
    title: 'Print this source…',
    group: 'Reading',
    keys: ['mod+p'],
    disabled: view === null,
    run: () => window.print(),
  })
}
