import type { Span } from './offsets.ts'

/**
 * A sentence put in once more right beside itself: before the first stands what stood before it, behind the second what stood behind it,
 * and nothing tells which of the two was marked.
 * @returns whether `place` lies in such a pair; offsets are UTF-16 code units on `text`
 */
export function standsDoubled(text: string, place: Span): boolean {
  const words = text.slice(place.start, place.end)
  const from = Math.max(0, place.start - LONGEST)
  const nearby = text.slice(from, place.end + LONGEST)
  for (let at = nearby.indexOf(words); at >= 0; at = nearby.indexOf(words, at + 1)) {
    const apart = from + at - place.start
    if (Math.abs(apart) < Math.max(SHORTEST, words.length)) continue
    if (sharedRound(text, place, apart) >= Math.abs(apart) - BETWEEN) return true
  }
  return false
}

/** Fewer characters come again by chance: code units. */
const SHORTEST = 16
/** A longer sentence is not looked for: code units. */
const LONGEST = 1_000
/** A space or a line's end may stand between the two, and not behind them: code units. */
const BETWEEN = 3

/** How many characters round `place` stand again `apart` characters further on, those of the place among them. */
function sharedRound(text: string, { start, end }: Span, apart: number): number {
  const most = Math.abs(apart)
  let [first, last] = [start, end]
  while (end - first < most && first > 0 && text[first - 1] === text[first - 1 + apart]) first -= 1
  while (last - start < most && last < text.length && text[last] === text[last + apart]) last += 1
  return last - first
}
