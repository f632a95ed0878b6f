import { anyOf, type Near, type Query, type Words } from './query.ts'

/** `Damascus NEAR/5 (talks OR pact)`: words, phrases and beginnings of words with few words between them, in any order. */

/** Words between them where no number is written: as FTS5 and most archives have it. */
export const USUALLY_WITHIN = 10

/**
 * Of alternatives on a side any will do: one `near` for each way to choose.
 * @returns null where a side is neither a word or phrase nor alternatives of them
 */
export function nearEachOther(
  sides: readonly Query[],
  within: number,
): { readonly query: Query; readonly ways: number } | null {
  let rows: Words[][] = [[]]
  for (const side of sides) {
    const choices = alternatives(side)
    if (choices === null) return null
    rows = rows.flatMap((row) => choices.map((choice) => [...row, choice]))
  }
  return { query: anyOf(rows.map((of): Near => ({ op: 'near', of, within }))), ways: rows.length }
}

function alternatives(side: Query): readonly Words[] | null {
  switch (side.op) {
    case 'words':
      return [side]
    case 'run':
      return side.of.length === 1 ? side.of : null
    case 'any': {
      const all = side.of.map(alternatives)
      return all.includes(null) ? null : all.flatMap((some) => some ?? [])
    }
    default:
      return null
  }
}
