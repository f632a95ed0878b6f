import { useEffect, useState } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import type { Span } from '#contract/source.ts'
import { useReading } from '../reader/reader.tsx'
import { useCommand } from '../session/session.tsx'
import { EndHandle } from './end-handle.tsx'
import { EndsBar } from './ends-bar.tsx'
import { useMarking } from './marking.ts'
import { spansWithin, wholeOf } from './moved-spans.ts'

/** The ends of the current mark, to be moved word by word: each has a handle for the mouse, and `m` a bar for the keys. */
export function MarkEnds({ highlight }: { readonly highlight: Highlight }) {
  const { view, announce } = useReading()
  const marking = useMarking(highlight.source)
  const [draft, setDraft] = useState<Span | null>(null)
  const [hasBar, setBar] = useState(false)
  const stored = wholeOf(highlight)
  const shown = draft ?? stored

  useEffect(() => {
    view.overlay('selected', draft === null ? [] : [draft])
    return () => view.overlay('selected', [])
  }, [view, draft])
  useCommand({
    id: 'highlight.ends',
    title: 'Move the ends of the highlight',
    group: 'Marking',
    keys: ['m'],
    run: () => setBar(true),
  })

  const leave = () => {
    setDraft(null)
    setBar(false)
    view.scroller.focus({ preventScroll: true })
  }
  const keep = async (span: Span) => {
    try {
      if (span.start !== stored.start || span.end !== stored.end) {
        await marking.moveEnds(highlight.id, spansWithin(highlight, span))
        announce(
          `Now from “${view.text.slice(span.start, span.start + 30)}” to “${view.text.slice(span.end - 30, span.end)}”`,
        )
      }
    } finally {
      leave()
    }
  }
  // A command that failed has said so in a message (`useAsk`).
  const kept = (span: Span) => void keep(span).catch(() => {})
  return (
    <>
      {(['start', 'end'] as const).map((end) => (
        <EndHandle key={end} end={end} span={shown} onDrag={setDraft} onDrop={kept} />
      ))}
      {hasBar && <EndsBar span={shown} onMove={setDraft} onKeep={() => kept(shown)} onLeave={leave} />}
    </>
  )
}
