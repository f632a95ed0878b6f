import type { HighlightId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import { type Keeper, newKeeper } from '../session/keeper.ts'
import type { Ask } from '../session/session.tsx'

/** Notes that were typed and are not in the file yet: they are tried again, also after their card was left. */

export interface TypedNote {
  /** Null: the note was emptied. */
  readonly note: Prose | null
}

const waiting = new Map<HighlightId, Keeper<TypedNote>>()

/** What keeps the note of a highlight: the one of the card before, if that could not save everything. */
export function noteKeeperOf(id: HighlightId, ask: Ask): Keeper<TypedNote> {
  return waiting.get(id) ?? newNoteKeeper(id, ask)
}

function newNoteKeeper(id: HighlightId, ask: Ask): Keeper<TypedNote> {
  const keeper = newKeeper<TypedNote>(({ note }) =>
    ask('highlights.change', { ids: [id], set: { note } }, { quiet: true }),
  )
  keeper.onState(() => {
    if (keeper.state() === 'saved') waiting.delete(id)
    else waiting.set(id, keeper)
  })
  return keeper
}
