import type { ComponentType } from 'react'
import type { LinkTarget } from '#contract/entities.ts'
import type { HighlightId } from '#contract/ids.ts'

/** What a later station puts into these screens: highlights come before entities and do not know their screens. */
export interface EntityPickerProps {
  /** What the entity is linked to: a highlight, or a span that becomes one. */
  readonly target: LinkTarget
  /** The marked words: the first guess at a name. */
  readonly words: string
  /** Linked, or given up (null). */
  readonly onDone: (highlight: HighlightId | null) => void
}
export type EntityPickerSlot = ComponentType<EntityPickerProps>

export interface HighlightActionsProps {
  readonly highlight: HighlightId
  /** The marked words. */
  readonly words: string
}
/** Buttons on the card of a highlight: what a later station can do with it, such as citing it. */
export type HighlightActionsSlot = ComponentType<HighlightActionsProps>
