import type { Outcome } from '#contract/highlights.ts'
import { Chip } from '../../parts/tag.tsx'
import { useTypesById } from '../highlights-of-source.ts'
import { classesOfType } from '../mark-looks.ts'
import { outcomeInWords, quoteOf } from './outcome-words.ts'

const tones = { exact: 'good', moved: 'plain', fuzzy: 'accent', orphan: 'warning' } as const

/** A mark in the queue: its words as they were, what became of them, on which source. */
export function OutcomeRow({ outcome }: { readonly outcome: Outcome }) {
  const types = useTypesById()
  const { old, anchoring, sourceTitle, reviewed } = outcome
  const type = outcome.type === null ? undefined : types.get(outcome.type)
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/control-has-associated-label -- the grid has the focus, the words are the label
    <div className="highlight-row" role="gridcell">
      <span className={`highlight-edge ${classesOfType(type)}`} aria-hidden="true" />
      <div className="highlight-words">
        <p className="one-line" dir="auto">
          {quoteOf(old)}
        </p>
        <p className="highlight-facts">
          <Chip tone={tones[anchoring.state]}>{outcomeInWords(anchoring)}</Chip>
          {reviewed !== null && <span>Reviewed</span>}
          <bdi className="one-line">{sourceTitle}</bdi>
        </p>
      </div>
    </div>
  )
}
