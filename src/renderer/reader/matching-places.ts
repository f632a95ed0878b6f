import type { Span } from '#contract/source.ts'

/** Which places of two texts belong together: how two versions are scrolled as one. */

export interface LaidText {
  readonly text: string
  /** In text order. */
  readonly paragraphs: readonly Span[]
}

/** A place that both texts have. Offsets are UTF-16 code units. */
interface Pair {
  readonly one: number
  readonly other: number
}

/** Where an offset of the one text is in the other. Both grow: further down in the one is never further up in the other. */
export type PlaceFinder = (offset: number) => number

/**
 * Paragraphs that stand once in both texts, word for word, hold the texts together; between them offsets are shared out
 * evenly. Texts that have nothing in common are scrolled in proportion.
 */
export function matchPlaces(one: LaidText, other: LaidText): PlaceFinder {
  const pairs = [
    { one: 0, other: 0 },
    ...longestRising(commonParagraphs(one, other)),
    { one: one.text.length, other: other.text.length },
  ]
  return (offset) => {
    const after = pairs.findIndex((pair) => pair.one > offset)
    const to = pairs[after === -1 ? pairs.length - 1 : after]
    const from = pairs[after === -1 ? pairs.length - 1 : after - 1]
    if (from === undefined || to === undefined) return 0
    const part = to.one === from.one ? 0 : (offset - from.one) / (to.one - from.one)
    return Math.round(from.other + part * (to.other - from.other))
  }
}

/** Both ends of each paragraph that both texts have exactly once, in the order of the first text. */
function commonParagraphs(one: LaidText, other: LaidText): Pair[][] {
  const there = onceOnly(other)
  const pairs: Pair[][] = []
  for (const [words, { start, end }] of onceOnly(one)) {
    const match = there.get(words)
    if (match === undefined) continue
    pairs.push([
      { one: start, other: match.start },
      { one: end, other: match.end },
    ])
  }
  return pairs
}

function onceOnly({ text, paragraphs }: LaidText): Map<string, Span> {
  const found = new Map<string, Span>()
  const seen = new Set<string>()
  for (const paragraph of paragraphs) {
    const words = text.slice(paragraph.start, paragraph.end)
    if (seen.has(words)) found.delete(words)
    else found.set(words, paragraph)
    seen.add(words)
  }
  return found
}

/** The most pairs that stand in the same order in both texts: a paragraph that was moved is left out. */
function longestRising(pairs: readonly Pair[][]): Pair[] {
  const at = (index: number) => pairs[index]?.[0]?.other ?? 0
  // `ends[n]` is the pair with the smallest place that n + 1 pairs in order can end with (patience sorting).
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach((_, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(ends[middle] ?? 0) < at(index)) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  })
  const rising: (readonly Pair[])[] = []
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1)
    rising.push(pairs[index] ?? [])
  return rising.toReversed().flat()
}
