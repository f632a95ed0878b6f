import { useState } from 'react'
import type { Anchoring, Outcome } from '#contract/highlights.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import { LongList } from '../../parts/long-list.tsx'
import { Segments } from '../../parts/segments.tsx'
import { EmptyState, FailureState, Spinner } from '../../parts/states.tsx'
import { PageHead } from '../../parts/toolbar.tsx'
import { usePages } from '../../session/pages.ts'
import { OutcomeRow } from './outcome-row.tsx'
import { ReviewedOutcome } from './reviewed-outcome.tsx'
import './review.css'

/** An outcome with its place in the queue. */
export interface Queued extends Outcome {
  readonly id: string
  readonly at: number
}

type Shown = 'to-review' | 'orphans' | 'all'

const choices: readonly { readonly id: Shown; readonly label: string }[] = [
  { id: 'to-review', label: 'To review' },
  { id: 'orphans', label: 'Not found' },
  { id: 'all', label: 'All' },
]

const orphansOnly: Anchoring['state'][] = ['orphan']
const questions = { 'to-review': { toReview: true }, orphans: { states: orphansOnly }, all: {} } as const

/** After a newer version came: what became of each mark on it, one after another, with a key for each answer. */
export function ReviewPage() {
  const [shown, setShown] = useState<Shown>('to-review')
  const [index, setIndex] = useState(0)
  const pages = usePages('highlights.outcomes', questions[shown])
  const { total } = pages
  const at = Math.max(0, Math.min(index, (total ?? 1) - 1))
  if (pages.error !== null) return <FailureState message={pages.error.message} />
  if (total === null) return <Spinner label="Reading what became of the marks" />

  const itemAt = (place: number): Queued | undefined => {
    const outcome = pages.itemAt(place)
    return outcome && { ...outcome, id: `${outcome.highlight} ${outcome.source}`, at: place }
  }
  const current = itemAt(at)
  return (
    <div className="review">
      <PageHead title="Marks on newer versions" detail={totalInWords(total, shown)}>
        <Segments
          label="Which marks"
          choices={choices}
          value={shown}
          onChange={(chosen) => {
            setShown(chosen)
            setIndex(0)
          }}
        />
      </PageHead>
      {total === 0 ? (
        <NothingThere shown={shown} />
      ) : (
        <div className="review-body">
          <div className="review-list">
            <LongList
              label="Marks on newer versions"
              total={total}
              itemAt={itemAt}
              want={pages.want}
              rowHeight={64}
              onOpen={(item) => setIndex(item.at)}
              onFocusRow={(item) => setIndex(item.at)}
              current={current?.id ?? null}
              currentIndex={at}
            >
              {(item) => <OutcomeRow outcome={item} />}
            </LongList>
          </div>
          {current === undefined ? null : (
            <ReviewedOutcome
              key={current.id}
              outcome={current}
              leavesQueue={shown === 'to-review'}
              total={total}
              onGo={setIndex}
            />
          )}
        </div>
      )}
    </div>
  )
}

function totalInWords(total: number, shown: Shown): string {
  const marks = total === 1 ? '1 mark' : `${total.toLocaleString('en')} marks`
  return shown === 'to-review' ? `${marks} to look at` : marks
}

function NothingThere({ shown }: { readonly shown: Shown }) {
  if (shown === 'to-review')
    return (
      <EmptyState title="Nothing to review" icon={<CheckIcon size={20} />}>
        When a newer version of a source arrives, each of its marks that did not stay as it was comes here.
      </EmptyState>
    )
  return (
    <EmptyState title={shown === 'orphans' ? 'Every mark was found' : 'No source has a newer version'}>
      A mark on a source with a newer version is looked for there; the older version keeps it as it was.
    </EmptyState>
  )
}
