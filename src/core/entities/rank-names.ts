import { fold } from '#text/fold.ts'

/** As-you-type: how well names fit the letters typed so far. */

/** Lower is better; null where the letters are nowhere. */
export type Rank = number | null

/** Folded once for a whole list of names. */
export interface Typed {
  readonly letters: string
  readonly words: readonly string[]
}

export function typed(query: string): Typed {
  const letters = fold(query).trim()
  return { letters, words: wordsOf(letters) }
}

/** The best of a thing's names; an alias counts a little less than the name itself. */
export function rankNames(name: string, aliases: readonly string[], query: Typed): Rank {
  let best = rankName(name, query)
  for (const alias of aliases) {
    const rank = rankName(alias, query)
    if (rank !== null && (best === null || rank + aliasPenalty < best)) best = rank + aliasPenalty
  }
  return best
}

const aliasPenalty = 0.5

/**
 * 0 the whole name; 1 its beginning; 2 beginnings of its words in this order (`t bar` for Tom Barrack); 3 in any
 * order; 4 anywhere.
 */
function rankName(name: string, { letters, words }: Typed): Rank {
  const folded = fold(name)
  if (folded === letters) return 0
  if (folded.startsWith(letters)) return 1
  const parts = wordsOf(folded)
  if (words.length > 0 && beginInOrder(parts, words)) return 2
  if (words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))) return 3
  return folded.includes(letters) ? 4 : null
}

function beginInOrder(parts: readonly string[], words: readonly string[]): boolean {
  let next = 0
  for (const part of parts) if (next < words.length && part.startsWith(words[next] ?? '')) next++
  return next === words.length
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
