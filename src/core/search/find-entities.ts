import type { ParsedInput } from '#contract/engine.ts'
import type { FoundEntity } from '#contract/search.ts'
import type { Reading } from '../casebook/casebook.ts'
import { entityNamesOf, nameWords } from './matching/entity-names.ts'

/** Entities by some letters of what they are called; where those lead nowhere, typing slips are forgiven. */
export function findEntities(
  { store }: Reading,
  { letters, limit }: ParsedInput<'search.entities'>,
): { items: FoundEntity[] } {
  const names = entityNamesOf(store)
  const typed = nameWords(letters)
  const fitting = names.beginning(typed)
  return { items: (fitting.length > 0 ? fitting : names.almost(typed)).slice(0, limit) }
}
