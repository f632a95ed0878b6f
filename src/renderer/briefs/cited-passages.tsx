import type { Citation } from '#contract/briefs.ts'
import { EmptyState } from '../parts/states.tsx'
import { countOf } from '../sources/sources.tsx'
import { FoundPassage } from './citation-link.tsx'

interface CitedPassagesProps {
  readonly citations: readonly Citation[]
  readonly uncited: readonly string[]
}

/** What a brief cites, in the order of its numbers, each a step away from its passage; and what stands there without. */
export function CitedPassages({ citations, uncited }: CitedPassagesProps) {
  return (
    <div className="cited-passages">
      {uncited.length > 0 && (
        <details className="uncited">
          <summary>{countOf(uncited.length, 'sentence')} without a citation</summary>
          <ul>
            {[...new Set(uncited)].map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      {citations.length === 0 ? (
        <EmptyState title="Nothing cited yet">Choose a passage under “To cite”.</EmptyState>
      ) : (
        <ol>
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
      )}
    </div>
  )
}
