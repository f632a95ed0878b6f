import type { BriefId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import { showMessage } from '../parts/messages.tsx'
import { type Keeper, newKeeper } from '../session/keeper.ts'
import type { Ask } from '../session/session.tsx'

/** Briefs whose page was left before their words were kept. */
const left = new Map<BriefId, Keeper<Prose>>()

/** What keeps the words of a brief: the one of the page before, if that could not save everything when it was left. */
export function keeperOf(id: BriefId, ask: Ask): Keeper<Prose> {
  return (
    left.get(id) ?? newKeeper<Prose>((prose) => ask('briefs.change', { id, set: { prose } }, { quiet: true }))
  )
}

/** The page of a brief goes: what is not kept yet is kept now. If that fails, nobody is there to see it but a message. */
export function leaveKeeper(keeper: Keeper<Prose>, { id, title }: { id: BriefId; title: string }): void {
  keeper.flush()
  if (keeper.state() === 'saved') return
  left.set(id, keeper)
  let close: (() => void) | undefined
  const stop = keeper.onState(() => {
    const state = keeper.state()
    if (state === 'failed') {
      close ??= showMessage({
        tone: 'failure',
        text: `What you typed in “${title}” is not saved. It is tried again: do not close this window.`,
      })
    } else if (state === 'saved') {
      stop()
      close?.()
      left.delete(id)
    }
  })
}
