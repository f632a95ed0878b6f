import type { QuerySlip, SearchAnswer } from '#contract/search.ts'
import { useAnswer } from '../session/session.tsx'
import type { Asked } from './asked.ts'

/** How much of each kind is found, and how the query was read: asked once for the field and the choice below it. */
export function useKindCounts(asked: Asked | null): SearchAnswer | undefined {
  const { data } = useAnswer('search.run', asked === null ? null : { ...asked, limit: 0, facets: ['kind'] }, {
    keep: true,
  })
  return asked === null ? undefined : data
}

/** The part of what is typed that cannot be read, in UTF-16 code units of the field; null as long as nothing is known of these very words. */
export function useSlip(asked: Asked | null, typed: string): QuerySlip | null {
  const answer = useKindCounts(asked)
  if (answer === undefined || answer.slip === null || answer.query !== typed.trim()) return null
  const before = typed.length - typed.trimStart().length
  const { start, end, character } = answer.slip
  return { start: start + before, end: end + before, character }
}
