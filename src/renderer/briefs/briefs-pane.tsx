import type { Brief } from '#contract/briefs.ts'
import { Button } from '../parts/button.tsx'
import { BriefsIcon, PlusIcon } from '../parts/icons.tsx'
import { List } from '../parts/list.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { PageHead } from '../parts/toolbar.tsx'
import { useAnswer, useAsk, useCommand, usePlace, useReadOnly } from '../session/session.tsx'
import { countOf } from '../sources/sources.tsx'
import './briefs.css'

/** All briefs, the one last worked on first. */
export function BriefsPane() {
  const answer = useAnswer('briefs.list', {})
  const readOnly = useReadOnly()
  const go = usePlace((state) => state.go)
  const begin = useNewBrief()
  useCommand({
    id: 'brief.add',
    title: 'New brief',
    group: 'Briefs',
    keys: ['mod+alt+n'],
    disabled: readOnly,
    run: begin,
  })
  if (answer.isError) return <FailureState message={answer.error.message} />
  const briefs = answer.data?.items ?? []
  const newBrief = (
    <Button tone="primary" icon={<PlusIcon />} isDisabled={readOnly} onPress={begin}>
      New brief
    </Button>
  )
  return (
    <section className="briefs-pane" aria-label="Briefs">
      <PageHead title="Briefs">{briefs.length > 0 && newBrief}</PageHead>
      {answer.isSuccess && briefs.length === 0 ? (
        <EmptyState title="No briefs yet" icon={<BriefsIcon size={20} />} buttons={newBrief}>
          A brief is what you write. Each sentence can cite the passages that carry it.
        </EmptyState>
      ) : (
        <List<Brief>
          label="Briefs"
          items={briefs}
          textOf={({ title }) => title}
          rowHeight={52}
          onOpen={({ id }) => go({ kind: 'brief', id })}
        >
          {(brief) => <BriefRow brief={brief} />}
        </List>
      )}
    </section>
  )
}

/** Begins a brief and goes to it. */
function useNewBrief(): () => void {
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  return () => {
    ask('briefs.add', { title: '' }).then(
      ({ id }) => go({ kind: 'brief', id }),
      // Shown by `useAsk`.
      () => {},
    )
  }
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

function BriefRow({ brief: { title, words, citations, changed } }: { readonly brief: Brief }) {
  return (
    <div className="brief-row">
      <bdi className="brief-row-title one-line">{title}</bdi>
      <span className="brief-row-facts">
        {countOf(words, 'word')} · {countOf(citations, 'passage')} cited · changed{' '}
        {day.format(new Date(changed))}
      </span>
    </div>
  )
}
