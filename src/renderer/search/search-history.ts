import { useState } from 'react'
import { useAnswer, useAsk, useReadOnly } from '../session/session.tsx'

/** Queries that were opened or entered are kept; while the field has the focus, Up and Down walk through them. */
export interface QueryHistory {
  readonly remember: (query: string) => void
  /** The query before the one that is shown; null where there is none. */
  readonly older: (shown: string) => string | null
  /** The one after it; null at the newest, where the walk ends. */
  readonly newer: () => string | null
  readonly isWalking: boolean
  /** Typing ends the walk. */
  readonly stop: () => void
}

export function useQueryHistory(): QueryHistory {
  const ask = useAsk()
  const readOnly = useReadOnly()
  const { data } = useAnswer('search.history', {})
  const queries = data?.items.map(({ query }) => query) ?? []
  const [walk, setWalk] = useState<{ readonly at: number; readonly typed: string } | null>(null)
  const goTo = (at: number, typed: string) => {
    setWalk({ at, typed })
    return queries[at] ?? null
  }
  return {
    isWalking: walk !== null,
    stop: () => setWalk(null),
    remember: (query) => {
      const words = query.trim()
      // A query that cannot be kept is no failure of the search.
      if (words !== '' && !readOnly && words !== queries[0])
        ask('search.remember', { query: words }, { quiet: true }).catch(() => {})
    },
    older: (shown) => {
      if (walk !== null) return walk.at + 1 < queries.length ? goTo(walk.at + 1, walk.typed) : null
      const from = queries[0] === shown.trim() ? 1 : 0
      return from < queries.length ? goTo(from, shown) : null
    },
    newer: () => {
      if (walk === null) return null
      if (walk.at > 0) return goTo(walk.at - 1, walk.typed)
      setWalk(null)
      return walk.typed
    },
  }
}
