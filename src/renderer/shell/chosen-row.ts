import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

export interface ChosenRow {
  readonly row: string
  /** What the list itself says is chosen: it follows arrows and pointer, but also chooses what came first. */
  readonly follow: (row: string) => void
  readonly press: (event: KeyboardEvent) => void
  readonly point: () => void
  /** Other letters: what was chosen among the rows before counts no more. */
  readonly forget: () => void
}

const moving: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End'])

/**
 * The row that Enter takes: the first one, however late it came, until the analyst goes to another. Rows come from several places
 * at their own time; an Enter that is faster than them waits, and takes what it was typed for.
 */
export function useChosenRow(first: string, isWaiting: boolean, take: (row: string) => void): ChosenRow {
  const [goneTo, setGoneTo] = useState<string | null>(null)
  const hasMoved = useRef(false)
  const isTaken = useRef(false)

  useEffect(() => {
    if (!isTaken.current || isWaiting) return
    isTaken.current = false
    take(first)
  }, [isWaiting, first, take])

  return {
    row: goneTo ?? first,
    follow: (row) => {
      if (hasMoved.current) setGoneTo(row)
    },
    press: (event) => {
      if (moving.has(event.key)) hasMoved.current = true
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isWaiting || hasMoved.current) return
      event.preventDefault()
      isTaken.current = true
    },
    point: () => {
      hasMoved.current = true
    },
    forget: () => {
      hasMoved.current = false
      isTaken.current = false
      setGoneTo(null)
    },
  }
}
