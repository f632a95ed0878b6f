import { createContext, type ReactNode, useContext } from 'react'
import type { HighlightId } from '#contract/ids.ts'
import type { Inline } from '#contract/prose.ts'

/**
 * How citations and references look and where they lead is for the page to say: writing knows neither sources nor
 * highlights. Without a page they are plain words.
 */
export interface ProseLinks {
  readonly renderCitation: (highlight: HighlightId) => ReactNode
  readonly renderReference: (reference: Extract<Inline, { kind: 'entity' | 'source' }>) => ReactNode
}

export const ProseLinksContext = createContext<ProseLinks>({
  renderCitation: () => <sup>•</sup>,
  renderReference: ({ text }) => <bdi>{text}</bdi>,
})

export function CitationMark({ highlight }: { readonly highlight: HighlightId }) {
  return useContext(ProseLinksContext).renderCitation(highlight)
}

export function ReferenceLink({
  reference,
}: {
  readonly reference: Extract<Inline, { kind: 'entity' | 'source' }>
}) {
  return useContext(ProseLinksContext).renderReference(reference)
}
