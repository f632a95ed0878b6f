import type { Highlight } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { Button } from '../parts/button.tsx'
import { LinkIcon } from '../parts/icons.tsx'
import { useReadOnly } from '../session/session.tsx'
import { useAttaching } from './attaching.ts'
import { outcomeInWords, quoteOf, reasonOf } from './review/outcome-words.ts'

interface OutcomeOfProps {
  readonly highlight: Highlight
  /** The version that is read. */
  readonly on: SourceId
}

/** What became of a mark that was made on an older version, and the way to another place for it. */
export function OutcomeOf({ highlight: { id, anchoring, passages }, on }: OutcomeOfProps) {
  const begin = useAttaching((state) => state.begin)
  const readOnly = useReadOnly()
  if (anchoring.state === 'exact') return null
  return (
    <div className="highlight-card-part">
      <h3 className="field-label">{outcomeInWords(anchoring)}</h3>
      <p className="outcome-reason">{reasonOf(anchoring)}</p>
      <Button
        tone="quiet"
        icon={<LinkIcon />}
        isDisabled={readOnly}
        onPress={() => begin({ highlight: id, source: on, words: quoteOf(passages), done: () => {} })}
      >
        {anchoring.state === 'orphan' ? 'Attach by hand' : 'Attach elsewhere'}
      </Button>
    </div>
  )
}
