import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { CallInput } from '#contract/engine.ts'
import type { CasebookError } from '#contract/failure.ts'
import type { SearchAnswer, SearchHit } from '#contract/search.ts'
import { useEngine } from '../session/session.tsx'

/** The hits of a search, of which only the pages near the screen are asked for. */
export interface HitPages {
  /** Of the question that is shown; another one begins at the top. */
  readonly key: string
  /** The first answer: total, message, suggestions. Null until it is there. */
  readonly answer: SearchAnswer | null
  /** Undefined while it is on its way. */
  readonly hitAt: (index: number) => SearchHit | undefined
  /** Tells which rows are near the screen, `last` included. */
  readonly want: (first: number, last: number) => void
  /** What is shown belongs to the question before. */
  readonly isOld: boolean
  readonly error: CasebookError | null
}

const pageSize = 20
const passagesOfHit = 4

export function useHitPages(asked: CallInput<'search.run'>): HitPages {
  const key = JSON.stringify(asked)
  const [wanted, setWanted] = useState({ key, first: 0, last: 0 })
  // Of a new question the first page is wanted, wherever one was in the one before.
  const { first, last } = wanted.key === key ? wanted : { first: 0, last: 0 }
  const now = useWanted(asked, key, first, last)
  const [before, setBefore] = useState(now)
  if (now.answer !== null && now.stretch !== before.stretch) setBefore(now)
  const shown = now.answer === null && now.error === null ? before : now

  const want = useCallback(
    (firstRow: number, lastRow: number) => {
      const next = { key, first: Math.floor(firstRow / pageSize), last: Math.floor(lastRow / pageSize) }
      setWanted((old) =>
        old.key === next.key && old.first === next.first && old.last === next.last ? old : next,
      )
    },
    [key],
  )
  return { ...shown, want, isOld: shown.key !== key, error: now.error }
}

function useWanted(asked: CallInput<'search.run'>, key: string, first: number, last: number) {
  const engine = useEngine()
  // The first page is always among them: it tells the total.
  const numbers = [...new Set([0, ...Array.from({ length: last - first + 1 }, (_, at) => first + at)])]
  return useQueries({
    queries: numbers.map((page) => {
      const input = { ...asked, offset: page * pageSize, limit: pageSize, passages: passagesOfHit }
      return {
        queryKey: ['search.run', input],
        queryFn: ({ signal }: { signal: AbortSignal }) => engine.ask('search.run', input, { signal }),
      }
    }),
    combine: (answers) => {
      const pages = new Map(numbers.map((page, at) => [page, answers[at]?.data?.hits]))
      return {
        key,
        stretch: `${numbers.join()} ${key}`,
        answer: answers[0]?.data ?? null,
        hitAt: (index: number): SearchHit | undefined =>
          pages.get(Math.floor(index / pageSize))?.[index % pageSize],
        // The engine throws nothing else.
        error: (answers.find(({ error }) => error !== null)?.error ?? null) as CasebookError | null,
      }
    },
  })
}
