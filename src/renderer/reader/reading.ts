import { createContext, useContext } from 'react'
import type { SourceText, Span } from '#contract/source.ts'
import type { TextView } from './text/text-view.ts'

/** What stands inside a reader page can know about it: the source, its text on the page, what is selected in it. */
export interface Reading {
  readonly text: SourceText
  readonly view: TextView
  /** The selected words; they stay selected while a text field has the focus. */
  readonly selected: Span | null
  /** Takes the selection of these words away; what was selected since stays. */
  readonly clearSelected: (words: Span) => void
  /** Says something to a screen reader. */
  readonly announce: (sentence: string) => void
}

export const ReadingContext = createContext<Reading | null>(null)

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (reading === null) throw new Error('Only inside a ReaderPage')
  return reading
}
