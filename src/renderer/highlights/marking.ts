import { useCallback } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import type { HighlightId, SourceId, TypeId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { showMessage } from '../parts/messages.tsx'
import { useAsk, useSelection } from '../session/session.tsx'
import { useTakeIn } from './highlights-of-source.ts'

/** What can be done with marks, each a command of its own; the words said to a screen reader are returned. */
export interface Marking {
  /** Resolves once the new mark is the current one everywhere. */
  add(spans: readonly Span[], type: TypeId | null): Promise<Highlight>
  setType(highlight: HighlightId, type: TypeId | null): Promise<void>
  moveEnds(highlight: HighlightId, spans: readonly Span[]): Promise<void>
  remove(highlights: readonly HighlightId[]): Promise<void>
}

export function useMarking(source: SourceId): Marking {
  const ask = useAsk()
  const takeIn = useTakeIn(source)
  const select = useSelection((selection) => selection.select)

  const add = useCallback(
    async (spans: readonly Span[], type: TypeId | null) => {
      const made = await ask('highlights.add', { source, spans: [...spans], type })
      await takeIn(made)
      select(made.id)
      return made
    },
    [ask, source, takeIn, select],
  )
  const setType = useCallback(
    async (highlight: HighlightId, type: TypeId | null) => {
      await ask('highlights.change', { ids: [highlight], set: { type } })
    },
    [ask],
  )
  const moveEnds = useCallback(
    async (highlight: HighlightId, spans: readonly Span[]) => {
      await ask('highlights.change', { ids: [highlight], set: { spans: [...spans] }, on: source })
    },
    [ask, source],
  )
  const remove = useCallback(
    async (highlights: readonly HighlightId[]) => {
      const { deleted } = await ask('highlights.delete', { ids: [...highlights] })
      select(null)
      showMessage({
        tone: 'done',
        text: deleted === 1 ? 'Deleted a highlight.' : `Deleted ${deleted} highlights.`,
        action: { label: 'Undo', run: () => void ask('casebook.undo', {}) },
      })
    },
    [ask, select],
  )
  return { add, setType, moveEnds, remove }
}
