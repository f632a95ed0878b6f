import type { Citation } from '#contract/briefs.ts'
import { EmptyState } from '../parts/states.tsx'
import { FoundPassage } from './citation-link.tsx'

/** What a brief cites, in the order of its numbers, each a step away from its passage. */
export function CitedPassages({ citations }: { readonly citations: readonly Citation[] }) {
  if (citations.length === 0) {
    return <EmptyState title="Nothing cited yet">Choose a passage under “To cite”.</EmptyState>
  }
  return (
    <ol className="cited-passages">
      {citations.map((citation, at) => (
        <li key={citation.highlight} className="cited-passage">
          <span className="cited-number">{at + 1}</span>
          <div>
            {citation.state === 'found' ? (
              <FoundPassage citation={citation} />
            ) : (
              <p className="cited-missing">The highlight that is cited here was deleted.</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
