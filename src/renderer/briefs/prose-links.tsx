import { useMemo } from 'react'
import type { Citation } from '#contract/briefs.ts'
import type { ProseLinks } from '../writing/writing.ts'
import { CitationLink } from './citation-link.tsx'

/** How the citations of a brief look, and where they lead. */
export function useProseLinks(citations: readonly Citation[]): ProseLinks {
  return useMemo(
    () => ({
      renderCitation: (highlight) => {
        const at = citations.findIndex((one) => one.highlight === highlight)
        return <CitationLink number={at === -1 ? undefined : at + 1} citation={citations[at]} />
      },
    }),
    [citations],
  )
}
