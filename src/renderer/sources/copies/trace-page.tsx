import { useDeferredValue, useState } from 'react'
import type { Trace } from '#contract/copies.ts'
import { TextField } from '../../parts/fields.tsx'
import { EmptyState, FailureState, Spinner } from '../../parts/states.tsx'
import { PageHead } from '../../parts/toolbar.tsx'
import { useAnswer, usePlace } from '../../session/session.tsx'
import { dayInWords } from '../source-words.ts'
import './copies.css'

/** "Where does this come from?" Pasted words, and the sources that have them. */
export function TracePage({ text }: { readonly text: string }) {
  const go = usePlace((state) => state.go)
  const [typed, setTyped] = useState(text)
  const asked = useDeferredValue(typed.trim())
  const type = (words: string) => {
    setTyped(words)
    go({ kind: 'trace', text: words }, { replace: true })
  }
  return (
    <div className="trace">
      <PageHead title="Where does this come from?" />
      <div className="trace-body">
        <TextField
          label="Words to look for"
          description="A sentence or a few paragraphs. Small changes are put up with."
          placeholder="Paste a sentence, a quotation, a paragraph."
          multiline
          value={typed}
          onChange={type}
          autoFocus
        />
        <Found text={asked} />
      </div>
    </div>
  )
}

const mostShown = 50

function Found({ text }: { readonly text: string }) {
  const { data, error } = useAnswer('sources.trace', text === '' ? null : { text, limit: mostShown }, {
    keep: true,
  })
  if (text === '') return null
  if (error !== null) return <FailureState message={error.message} />
  if (data === undefined) return <Spinner label="Looking through the sources" />
  if (data.items.length === 0)
    return (
      <EmptyState title="No source has these words">
        A few words alone are not enough: ask for at least a short sentence.
      </EmptyState>
    )
  return (
    <ol className="trace-found" aria-label="Sources that have these words">
      {data.items.map((trace) => (
        <TraceLine key={trace.source} trace={trace} />
      ))}
    </ol>
  )
}

function TraceLine({
  trace: { source, title, published, share, runs, start, end },
}: {
  readonly trace: Trace
}) {
  const go = usePlace((state) => state.go)
  const day = dayInWords(published)
  return (
    <li className="trace-line">
      <button
        type="button"
        className="copies-name"
        onClick={() => go({ kind: 'source', id: source, span: { start, end } })}
      >
        <bdi>{title}</bdi>
      </button>
      <span className="copies-about">
        {`${Math.round(share * 100)} % of the words`}
        {day !== '' && <bdi>{day}</bdi>}
      </span>
      <ul>
        {runs.map(({ found, quote }) => (
          <li key={found.start}>
            <button
              type="button"
              className="copies-quote"
              onClick={() => go({ kind: 'source', id: source, span: found })}
            >
              <span className="only-spoken">Show in the text: </span>
              <q dir="auto">{quote}</q>
            </button>
          </li>
        ))}
      </ul>
    </li>
  )
}
