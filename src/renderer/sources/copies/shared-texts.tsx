import { useEffect, useState } from 'react'
import type { SharedText } from '#contract/copies.ts'
import type { CallOutput } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import { FailureState, Spinner } from '../../parts/states.tsx'
import { useAnswer, useAsk, usePlace } from '../../session/session.tsx'
import { countOf, nameOf } from '../source-words.ts'

/** More than these are counted, not shown. */
const mostShown = 50

type Shared = CallOutput<'sources.shared'>

/** Sentences, quotations and captions of a source that other sources have, too; those of most sources first. Keyed by the source. */
export function SharedTexts({ source }: { readonly source: SourceId }) {
  const shared = useShared(source)
  if (shared instanceof CasebookError) return <FailureState message={shared.message} />
  if (shared === null) return <Spinner label="Looking through the other sources" />
  if (shared.total === 0) return <p className="copies-about">No other source has a sentence of this one.</p>
  return (
    <>
      <ul>
        {shared.items.map((item) => (
          <SharedLine key={item.text} item={item} source={source} />
        ))}
      </ul>
      {shared.total > shared.items.length && (
        <p className="copies-about">and {(shared.total - shared.items.length).toLocaleString('en')} more</p>
      )}
    </>
  )
}

function useShared(source: SourceId): Shared | CasebookError | null {
  const ask = useAsk()
  const [found, setFound] = useState<Shared | CasebookError | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    ask('sources.shared', { source, limit: mostShown }, { signal: abort.signal, quiet: true }).then(
      setFound,
      (error: unknown) => {
        if (!abort.signal.aborted && error instanceof CasebookError) setFound(error)
      },
    )
    return () => abort.abort()
  }, [ask, source])
  return found
}

function SharedLine({ item, source }: { readonly item: SharedText; readonly source: SourceId }) {
  const go = usePlace((state) => state.go)
  const here = item.occurrences.find((one) => one.source === source)
  const others = [...new Set(item.occurrences.map((one) => one.source))].filter((id) => id !== source)
  return (
    <li className="copies-line">
      <button
        type="button"
        className="copies-quote"
        onClick={() => here !== undefined && go({ kind: 'source', id: source, span: here })}
      >
        <span className="only-spoken">Show in the text: </span>
        <q dir="auto">{item.text}</q>
      </button>
      <span className="copies-about">also in {countOf(others.length, 'source')}:</span>
      <ul className="copies-others">
        {item.occurrences
          .filter(
            (one, at, all) =>
              one.source !== source && all.findIndex((two) => two.source === one.source) === at,
          )
          .map((one) => (
            <li key={one.source}>
              <SourceLink {...one} />
            </li>
          ))}
      </ul>
    </li>
  )
}

interface SourceLinkProps {
  readonly source: SourceId
  readonly start: number
  readonly end: number
}

function SourceLink({ source, start, end }: SourceLinkProps) {
  const go = usePlace((state) => state.go)
  const { data } = useAnswer('sources.find', { what: source })
  return (
    <button
      type="button"
      className="copies-name"
      onClick={() => go({ kind: 'source', id: source, span: { start, end } })}
    >
      <bdi>{data === undefined ? 'a source' : nameOf(data)}</bdi>
    </button>
  )
}
