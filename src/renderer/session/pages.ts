import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CallInput, CallOutput, Engine } from '#contract/engine.ts'
import type { CasebookError } from '#contract/failure.ts'
import { useEngine } from './session.tsx'

/** Questions that are answered a stretch at a time: their answers have a total and items. */
export type PagedName =
  | 'sources.list'
  | 'entities.list'
  | 'entities.mentions'
  | 'highlights.list'
  | 'highlights.outcomes'
type Item<N extends PagedName> = CallOutput<N>['items'][number]
type WithoutPages<N extends PagedName> = Omit<CallInput<N>, 'offset' | 'limit'>

export interface Pages<T> {
  /** Null until the first answer. */
  readonly total: number | null
  /** Undefined while it is on its way. */
  readonly itemAt: (index: number) => T | undefined
  /** Tells which rows are near the screen, `last` included. */
  readonly want: (first: number, last: number) => void
  /** The items of a stretch, asked for where they are not at hand, `last` included. */
  readonly fetch: (first: number, last: number) => Promise<readonly T[]>
  readonly error: CasebookError | null
}

const pageSize = 100
const fetchSize = 1_000

/**
 * A long answer of which only the pages near the screen are asked for. While a new question (another filter) is on its
 * way, the rows of the one before stay, so that nothing flickers.
 */
export function usePages<N extends PagedName>(name: N, input: WithoutPages<N>): Pages<Item<N>> {
  const engine = useEngine()
  const [wanted, setWanted] = useState({ first: 0, last: 0 })
  const now = useWantedPages(engine, name, input, wanted)
  const [before, setBefore] = useState(now)
  if (now.total !== null && now !== before && now.key !== before.key) setBefore(now)
  const shown = now.total === null && before.total !== null ? before : now

  const want = useCallback((firstRow: number, lastRow: number) => {
    const first = Math.floor(firstRow / pageSize)
    const last = Math.floor(lastRow / pageSize)
    setWanted((old) => (old.first === first && old.last === last ? old : { first, last }))
  }, [])
  const inputKey = JSON.stringify(input)
  const fetch = useCallback(
    (first: number, last: number) => fetchStretch<N>(engine, name, JSON.parse(inputKey), first, last),
    [engine, name, inputKey],
  )
  return { total: shown.total, itemAt: shown.itemAt, want, fetch, error: now.error }
}

interface WantedPages<T> {
  readonly key: string
  readonly total: number | null
  readonly itemAt: (index: number) => T | undefined
  readonly error: CasebookError | null
}

function useWantedPages<N extends PagedName>(
  engine: Engine,
  name: N,
  input: WithoutPages<N>,
  { first, last }: { readonly first: number; readonly last: number },
): WantedPages<Item<N>> {
  // The first page is always among them: it tells the total.
  const numbers = [...new Set([0, ...Array.from({ length: last - first + 1 }, (_, at) => first + at)])]
  const key = JSON.stringify([name, input, numbers])
  return useQueries({
    queries: numbers.map((page) => {
      const asked = { ...input, offset: page * pageSize, limit: pageSize } as CallInput<N>
      return {
        queryKey: [name, asked],
        queryFn: ({ signal }: { signal: AbortSignal }) => engine.ask(name, asked, { signal }),
      }
    }),
    combine: (answers) => {
      const pages = new Map(numbers.map((page, at) => [page, answers[at]?.data?.items]))
      return {
        key,
        total: answers[0]?.data?.total ?? null,
        itemAt: (index: number): Item<N> | undefined =>
          pages.get(Math.floor(index / pageSize))?.[index % pageSize],
        // The engine throws nothing else.
        error: (answers.find((answer) => answer.error !== null)?.error ?? null) as CasebookError | null,
      }
    },
  })
}

async function fetchStretch<N extends PagedName>(
  engine: Engine,
  name: N,
  input: WithoutPages<N>,
  first: number,
  last: number,
): Promise<readonly Item<N>[]> {
  const items: Item<N>[] = []
  for (let offset = first; offset <= last; offset += fetchSize) {
    const limit = Math.min(fetchSize, last - offset + 1)
    const answer = await engine.ask(name, { ...input, offset, limit } as CallInput<N>)
    items.push(...answer.items)
  }
  return items
}
