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
  const { isPattern } = listed
  const [fromAside, setFromAside] = useState<{ of: Wanted; found: Found } | null>(null)
  const atOnce = useMemo(() => (isPattern ? null : findWords(view.text, listed)), [view, isPattern, listed])

  useEffect(() => {
    if (!isPattern) return
    const search = new AbortController()
    const find = async () => {
      const found = await findPatternAside(view.text, listed, search.signal)
      if (!search.signal.aborted) setFromAside({ of: listed, found })
    }
    void find()
    return () => search.abort()
  }, [view, isPattern, listed])

  // Until a pattern has been looked for, the matches of the one before stay marked.
  const found = isPattern ? (fromAside?.found ?? null) : atOnce
  const spans = spansOf(found)
  useEffect(() => {
    view.overlay('found', spans)
    return () => view.overlay('found', [])
  }, [view, spans])
  const now = () => {
    if (wanted === (isPattern ? fromAside?.of : listed)) return spans
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
