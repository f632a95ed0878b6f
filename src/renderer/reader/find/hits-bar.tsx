import { useEffect, useMemo } from 'react'
import type { Span } from '#contract/source.ts'
import { useAnswer } from '../../session/session.tsx'
import { useReading } from '../reading.ts'
import { useWalk } from './walk.ts'
import { WalkButtons } from './walk-buttons.tsx'

const none: readonly Span[] = []

/** The search that led here: its matches in this source are marked, and can be walked through. */
export function HitsBar({ query }: { readonly query: string }) {
  const { view, text } = useReading()
  const { data, error } = useAnswer('search.inSource', { source: text.source.id, query })
  const hits = useMemo(() => data?.matches ?? none, [data])
  const walk = useWalk(view, hits)

  useEffect(() => {
    view.overlay('hit', hits)
    return () => view.overlay('hit', [])
  }, [view, hits])

  return (
    <div className="find-bar">
      <p className="one-line hits-query">
        Matches of <bdi>{query}</bdi>
      </p>
      {error === null ? (
        <WalkButtons walk={walk} count={hits.length} />
      ) : (
        <output className="walk-count">{error.message}</output>
      )}
    </div>
  )
}
