import { useEffect, useRef, useState } from 'react'
import type { Progress } from '#contract/engine.ts'
import type { ListAnswer } from '#contract/query-lists.ts'
import { useAsk } from '../session/session.tsx'

export type RunningList = Progress

interface RunList {
  /** How far it is; null where nothing runs. */
  readonly running: RunningList | null
  readonly run: (list: string) => void
  readonly stop: () => void
}

/** Passages shown of each query; the exported table has all. */
const passagesShown = 5

/** Runs a list of queries; leaving the page stops it. */
export function useRunList(onDone: (answer: ListAnswer) => void): RunList {
  const ask = useAsk()
  const [running, setRunning] = useState<RunningList | null>(null)
  const work = useRef<AbortController | null>(null)
  useEffect(() => () => work.current?.abort(), [])
  const run = async (list: string) => {
    work.current?.abort()
    const mine = new AbortController()
    work.current = mine
    setRunning({ done: 0, total: null, label: '' })
    try {
      const input = { list, passages: passagesShown }
      const answer = await ask('search.runList', input, { signal: mine.signal, onProgress: setRunning })
      if (work.current === mine) onDone(answer)
    } finally {
      if (work.current === mine) setRunning(null)
    }
  }
  return {
    running,
    // A failure has been shown.
    run: (list) => void run(list).catch(() => {}),
    stop: () => work.current?.abort(),
  }
}
