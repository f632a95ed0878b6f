import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { BriefText } from '#contract/briefs.ts'
import type { Prose } from '#contract/prose.ts'
import type { Keeper, KeptState } from '../session/keeper.ts'
import { useAsk, useEngine } from '../session/session.tsx'
import { type EditorHandle, normalProse } from '../writing/writing.ts'
import { keeperOf, leaveKeeper } from './brief-keepers.ts'

export interface BriefWords {
  /** What the sheet begins with. */
  readonly first: Prose
  readonly state: KeptState
  readonly change: (prose: Prose) => void
  /** Saves now. */
  readonly flush: () => void
}

/**
 * The words on the sheet and those in the casebook. What is typed is saved; what changes elsewhere (undo, another window)
 * comes onto the sheet, unless something typed here is still on its way.
 */
export function useBriefWords(brief: BriefText, editor: RefObject<EditorHandle | null>): BriefWords {
  const { id, title } = brief
  const ask = useAsk()
  const [keeper] = useState(() => keeperOf(id, ask))
  const [first] = useState(() => keeper.unsaved() ?? normalProse(brief.prose))
  const onSheet = useRef(JSON.stringify(first))
  const state = useSyncExternalStore(keeper.onState, keeper.state)
  useLeaving(keeper, () => leaveKeeper(keeper, { id, title }))

  const show = useCallback(
    (prose: Prose) => {
      const json = JSON.stringify(normalProse(prose))
      if (json === onSheet.current) return
      onSheet.current = json
      editor.current?.replace(normalProse(prose))
    },
    [editor],
  )
  useChangesElsewhere(id, keeper, show)

  const change = (prose: Prose) => {
    const json = JSON.stringify(normalProse(prose))
    if (json === onSheet.current) return
    onSheet.current = json
    keeper.change(prose)
  }
  return { first, state, change, flush: keeper.flush }
}

/** Nothing waits for a timer when the page or the window goes. */
function useLeaving(keeper: Keeper<Prose>, leave: () => void): void {
  const newest = useRef(leave)
  useEffect(() => {
    newest.current = leave
  })
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush)
    return () => {
      window.removeEventListener('pagehide', keeper.flush)
      newest.current()
    }
  }, [keeper])
}

/**
 * Asks anew after each announcement, and shows the answer only if nothing was typed since: an answer that was on its way
 * while somebody typed would take their last words off the sheet.
 */
function useChangesElsewhere(id: BriefText['id'], keeper: Keeper<Prose>, show: (prose: Prose) => void): void {
  const engine = useEngine()
  useEffect(() => {
    // Something may have been announced before anybody listened here.
    let isStale = true
    let changes = 0
    const look = async () => {
      if (!isStale || keeper.state() !== 'saved') return
      isStale = false
      const asked = changes
      try {
        const { prose } = await engine.ask('briefs.get', { id })
        if (asked === changes) show(prose)
      } catch {
        // The page asks the same, and shows that the brief is gone or the engine is.
      }
    }
    const stopListening = engine.onEvent((event) => {
      if (event.name !== 'briefs.changed' || (event.ids !== null && !event.ids.includes(id))) return
      isStale = true
      void look()
    })
    const stopWatching = keeper.onState(() => {
      changes += 1
      void look()
    })
    void look()
    return () => {
      stopListening()
      stopWatching()
    }
  }, [engine, id, keeper, show])
}
