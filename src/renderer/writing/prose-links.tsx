import { createContext, type ReactNode, useContext } from 'react'
import type { HighlightId } from '#contract/ids.ts'

/**
 * How citations look and where they lead is for the page to say: writing knows no highlights, and a number belongs to a
 * whole brief. Without a page a citation is a plain sign.
 */
export interface ProseLinks {
  readonly renderCitation: (highlight: HighlightId) => ReactNode
}

export const ProseLinksContext = createContext<ProseLinks>({ renderCitation: () => <sup>•</sup> })

export function CitationMark({ highlight }: { readonly highlight: HighlightId }) {
  return useContext(ProseLinksContext).renderCitation(highlight)
}
