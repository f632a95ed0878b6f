import { useState } from 'react'
import type { Step } from '#contract/casebook.ts'
import { Button } from '../parts/button.tsx'
import { HistoryIcon } from '../parts/icons.tsx'
import { EmptyState, FailureState, Spinner } from '../parts/states.tsx'
import { Chip } from '../parts/tag.tsx'
import { PageHead } from '../parts/toolbar.tsx'
import { useAnswer, useReadOnly } from '../session/session.tsx'
import { useUndo } from './undo.ts'
import './history-page.css'

const stepsAtOnce = 200

/** Everything that was done to the casebook, in words, newest first; any point of it can be gone back to. */
export function HistoryPage() {
  const [limit, setLimit] = useState(stepsAtOnce)
  const { data, error } = useAnswer('casebook.history', { limit }, { keep: true })
  if (error !== null) return <FailureState message={error.message} />
  if (data === undefined) return <Spinner label="Reading the history" />
  return (
    <div className="history">
      <PageHead title="History" detail="Undo reaches back through all of it, also after a restart" />
      {data.steps.length === 0 ? (
        <EmptyState title="Nothing done yet" icon={<HistoryIcon size={20} />}>
          Whatever you do to this casebook is listed here, and can be undone from here.
        </EmptyState>
      ) : (
        <div className="history-body">
          <Days steps={data.steps} />
          {data.steps.length >= limit && (
            <Button onPress={() => setLimit(limit + stepsAtOnce)}>Show older steps</Button>
          )}
        </div>
      )}
    </div>
  )
}

function Days({ steps }: { readonly steps: readonly Step[] }) {
  const days = Map.groupBy(steps, ({ at }) => new Date(at).toDateString())
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="history-day" aria-label={dayInWords(day)}>
      <h2>{dayInWords(day)}</h2>
      <ol>
        {ofDay.map((step) => (
          <StepRow key={step.step} step={step} steps={steps} />
        ))}
      </ol>
    </section>
  ))
}

function StepRow({ step, steps }: { readonly step: Step; readonly steps: readonly Step[] }) {
  const { undo, redo } = useUndo()
  const readOnly = useReadOnly()
  const done = step.state === 'done'
  // Undoing runs from the newest done step back to this one, redoing from the oldest undone one up to it.
  const count = steps.filter(
    (one) => one.state === step.state && (done ? one.step >= step.step : one.step <= step.step),
  ).length
  const time = new Date(step.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return (
    <li className="history-step" data-state={step.state}>
      <time dateTime={step.at}>{time}</time>
      <span className="history-words">
        <bdi>{step.title}</bdi>
        {!done && <Chip>Undone</Chip>}
      </span>
      {!readOnly && (
        <Button
          tone="quiet"
          onPress={() => (done ? undo(count) : redo(count))}
          aria-label={`${actionWords(done, count)}: ${step.title}`}
        >
          {actionWords(done, count)}
        </Button>
      )}
    </li>
  )
}

function actionWords(done: boolean, count: number): string {
  const what = done ? 'Undo' : 'Redo'
  return count === 1 ? what : `${what} ${count} steps`
}

function dayInWords(day: string): string {
  if (day === new Date().toDateString()) return 'Today'
  return new Date(day).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
