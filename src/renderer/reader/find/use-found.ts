import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Span } from '#contract/source.ts'
import type { TextView } from '../text/text-view.ts'
import { findPatternAside } from './find-pattern-aside.ts'
import { type Found, findWords, type Wanted } from './find-words.ts'

interface FoundInText {
  readonly spans: readonly Span[]
  /** What is wrong with the pattern, in a sentence. */
  readonly message: string | null
  /** What is found of the words as they stand now: the list comes a moment after fast fingers. */
  readonly now: () => readonly Span[]
}

const nothing: readonly Span[] = []

/** What is found in the text, as it is typed. Everything found near the screen is marked. */
export function useFound(view: TextView, wish: Wanted): FoundInText {
  const wanted = useStable(wish)
  const listed = useDeferredValue(wanted)
  const { words, isPattern, matchCase } = listed
  const [fromAside, setFromAside] = useState<Found | null>(null)
  const atOnce = useMemo(
    () => (isPattern ? null : findWords(view.text, { words, isPattern, matchCase })),
    [view, words, isPattern, matchCase],
  )

  useEffect(() => {
    if (!isPattern) return
    const search = new AbortController()
    const find = async () => {
      const found = await findPatternAside(view.text, { words, isPattern, matchCase }, search.signal)
      if (!search.signal.aborted) setFromAside(found)
    }
    void find()
    return () => search.abort()
  }, [view, words, isPattern, matchCase])

  const found = isPattern ? fromAside : atOnce
  const spans = spansOf(found)
  useEffect(() => {
    view.overlay('found', spans)
    return () => view.overlay('found', [])
  }, [view, spans])
  const now = () => {
    if (listed === wanted) return spans
    // A pattern may take seconds, and whoever asks is about to go on.
    return wanted.isPattern ? nothing : spansOf(findWords(view.text, wanted))
  }
  return { spans, message: found?.ok === false ? found.message : null, now }
}

function spansOf(found: Found | null): readonly Span[] {
  return found?.ok === true ? found.spans : nothing
}

/** The same object for the same wish: deferring compares by identity. */
function useStable({ words, isPattern, matchCase }: Wanted): Wanted {
  return useMemo(() => ({ words, isPattern, matchCase }), [words, isPattern, matchCase])
}
