import { isNobody, isRole } from './byline.ts'
import type { ReadLine, Role } from './line-roles.ts'

/** What a line is by the lines around it, where its own words do not tell. */

/** A line whose role may still be open. */
export interface OpenLine extends ReadLine {
  readonly edge: Role | null
  /** Reads it again as a line that stands where the writers' names do. */
  expectNames(): void
}

/** Names alone are a byline right under a headline or beside a credit; further down they are somebody who is written about. */
export function isBylineByPlace(drafts: readonly OpenLine[], at: number): boolean {
  const draft = drafts[at]
  const [before, after] = [drafts[at - 1], drafts[at + 1]]
  if (draft?.credit === null && isUnder(before) && tellsDate(after)) draft.expectNames()
  if (draft?.credit?.namesAlone !== true) return false
  if (after !== undefined && isRole(after.text)) return true
  // Words in capitals may be a heading; with a date or an outlet beside them they are a name.
  if (draft.text === draft.text.toUpperCase() && draft.text !== draft.text.toLowerCase()) {
    return isCredit(after) || after?.edge === 'outlet'
  }
  return isUnder(before) || isCredit(after) || after?.edge === 'outlet'
}

/** Whether what stands below this line is right under a headline or a part of the credits. */
function isUnder(before: OpenLine | undefined): boolean {
  return before?.role === 'headline' || before?.role === 'standfirst' || before?.role === 'credit'
}

function tellsDate(draft: OpenLine | undefined): boolean {
  return isCredit(draft) && (draft?.credit?.published ?? draft?.credit?.updated ?? null) !== null
}

/** `Transport correspondent` below a name, `Our Correspondent` above a date. */
export function isRoleByPlace(drafts: readonly OpenLine[], at: number): boolean {
  const words = drafts[at]?.text ?? ''
  const isBeside = drafts[at - 1]?.role === 'credit' || isCredit(drafts[at + 1])
  return isBeside && (isRole(words) || isNobody(words))
}

const capitalisedWords = /^\p{Lu}[\p{L}’-]+(?:\s(?:de |del |of )?\p{Lu}[\p{L}’-]+)?$/u

/** Between the writer and the date stands where it was written, known to us or not. */
export function isPlaceByPlace(drafts: readonly OpenLine[], at: number): boolean {
  const above = drafts[at - 1]
  const isBetween =
    above?.role === 'credit' && (above.credit?.authors ?? null) !== null && tellsDate(drafts[at + 1])
  return isBetween && capitalisedWords.test(drafts[at]?.text ?? '') && drafts[at]?.credit === null
}

export function isCredit(draft: OpenLine | undefined): boolean {
  return draft?.edge === 'credit'
}
