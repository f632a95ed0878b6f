import { useEffect, useState } from 'react'
import type { SearchId } from '#contract/ids.ts'
import { useAsk, useReadOnly } from '../session/session.tsx'

const none: ReadonlySet<string> = new Set()

/** The hits of a saved search that are new since the analyst looked last. Opening it is looking: from now on they are not. */
export function useFreshHits(saved: SearchId | undefined): ReadonlySet<string> {
  const ask = useAsk()
  const readOnly = useReadOnly()
  const [seen, setSeen] = useState<{ readonly of: SearchId; readonly fresh: ReadonlySet<string> } | null>(
    null,
  )
  useEffect(() => {
    if (saved === undefined) return
    let isHere = true
    const look = async () => {
      const { ids } = await ask(readOnly ? 'search.news' : 'search.look', { id: saved }, { quiet: true })
      if (isHere) setSeen({ of: saved, fresh: new Set(ids) })
    }
    // A saved search that was deleted meanwhile has no news.
    look().catch(() => {})
    return () => {
      isHere = false
    }
  }, [ask, readOnly, saved])
  return seen !== null && seen.of === saved ? seen.fresh : none
}
