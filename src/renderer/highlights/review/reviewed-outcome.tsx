import { type ReactNode, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { BackIcon, CheckIcon, CloseIcon, ForwardIcon, LinkIcon } from '../../parts/icons.tsx'
import { Keys } from '../../parts/keys.tsx'
import { Chip } from '../../parts/tag.tsx'
import { Toolbar } from '../../parts/toolbar.tsx'
import {
  type Command,
  useAsk,
  useCommand,
  usePlace,
  useReadOnly,
  useSelection,
} from '../../session/session.tsx'
import { useAttaching } from '../attaching.ts'
import { outcomeInWords, quoteOf, reasonOf } from './outcome-words.ts'
import type { Queued } from './review-page.tsx'
import { WordDifference } from './word-difference.tsx'

interface ReviewedOutcomeProps {
  readonly outcome: Queued
  /** What was answered goes from the list: the next one comes to its place. */
  readonly leavesQueue: boolean
  readonly total: number
  readonly onGo: (index: number) => void
}

/** One mark of the queue: its words then and now beside each other, and the answers. */
export function ReviewedOutcome(props: ReviewedOutcomeProps) {
  const { outcome } = props
  const { anchoring, old, now, sourceTitle } = outcome
  const answers = useAnswers(props)
  return (
    <section className="review-one" aria-label="The mark under review">
      <header className="review-one-head">
        <Chip tone={anchoring.state === 'orphan' ? 'warning' : 'accent'}>{outcomeInWords(anchoring)}</Chip>
        <p className="review-reason" aria-live="polite">
          {reasonOf(anchoring)}
        </p>
      </header>
      <div className="review-sides">
        <div className="review-side">
          <h2>Then</h2>
          <WordDifference side="old" old={old} now={now} />
        </div>
        <div className="review-side">
          <h2>
            Now, in <bdi>{sourceTitle}</bdi>
          </h2>
          {now.length === 0 ? (
            <p className="review-nowhere">
              It stands nowhere on this version. Its note, tags and links are kept.
            </p>
          ) : (
            <WordDifference side="now" old={old} now={now} />
          )}
        </div>
      </div>
      <Toolbar label="Answers">
        {answers.map((answer) => (
          <AnswerButton key={answer.id} answer={answer} />
        ))}
      </Toolbar>
    </section>
  )
}

interface AnswerEntry extends Command {
  readonly keys: readonly [string]
}

const icons = {
  'review.accept': <CheckIcon />,
  'review.reject': <CloseIcon />,
  'review.attach': <LinkIcon />,
  'review.previous': <BackIcon />,
  'review.next': <ForwardIcon />,
} as Readonly<Record<string, ReactNode>>

function AnswerButton({ answer }: { readonly answer: AnswerEntry }) {
  const { id, title, keys, disabled = false, run } = answer
  useCommand(answer)
  return (
    <Button
      tone={id === 'review.accept' ? 'primary' : 'plain'}
      icon={icons[id]}
      isDisabled={disabled}
      onPress={run}
    >
      {title} <Keys keys={keys[0]} />
    </Button>
  )
}

/** The answers to a mark, each with its key. */
function useAnswers({ outcome, leavesQueue, total, onGo }: ReviewedOutcomeProps): AnswerEntry[] {
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  const readOnly = useReadOnly()
  const begin = useAttaching((state) => state.begin)
  const select = useSelection((selection) => selection.select)
  // Until the list without it has come, a second press would be meant for the next one.
  const [isAnswered, setAnswered] = useState(false)
  const { highlight, source, anchoring, at, reviewed, home, old } = outcome

  const judge = async (verdict: 'accepted' | 'rejected') => {
    setAnswered(true)
    try {
      await ask('highlights.review', { items: [{ highlight, source }], verdict })
      if (leavesQueue) return
      if (at + 1 < total) onGo(at + 1)
    } catch {
      // Shown by `useAsk`; it can be tried again.
    }
    setAnswered(false)
  }
  const attach = () => {
    const [first] = old
    begin({ highlight, source, words: quoteOf(old), done: () => go({ kind: 'review' }) })
    select(null)
    go({
      kind: 'source',
      id: source,
      beside: { id: home, span: first && { start: first.start, end: first.end } },
    })
  }
  const group = 'Reviewing marks'
  const isOrphan = anchoring.state === 'orphan'
  const fixed = readOnly || isAnswered
  const answer = (id: string, title: string, key: string, disabled: boolean, run: () => void) =>
    ({ id, title, group, keys: [key], disabled, run }) as const
  return [
    answer(
      'review.accept',
      isOrphan ? 'Leave it without a place' : 'Accept',
      'a',
      fixed || anchoring.state === 'exact' || reviewed !== null,
      () => void judge('accepted'),
    ),
    answer('review.reject', 'Reject', 'x', fixed || isOrphan, () => void judge('rejected')),
    answer('review.attach', 'Attach by hand', 'p', fixed, attach),
    answer('review.previous', 'Previous', 'k', at === 0, () => onGo(at - 1)),
    answer('review.next', leavesQueue ? 'Skip' : 'Next', 'j', at + 1 >= total, () => onGo(at + 1)),
  ]
}
