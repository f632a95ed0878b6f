/**
 * Offsets of one text converted back and forth, many times and in any order: code units inside, Unicode code points
 * in W3C annotations. Only the surrogate pairs are remembered, so a text without any costs one pass and no memory.
 */
export interface CodePointIndex {
  /** Length of the text in code points. */
  readonly length: number
  /** Code points before the code unit; inside a pair, those before the pair. */
  toPoint(unit: number): number
  /** Code units before the code point; beyond the text, the number stays as far beyond it. */
  toUnit(point: number): number
}

export function indexCodePoints(text: string): CodePointIndex {
  const pairs = pairStarts(text)
  return {
    length: text.length - pairs.length,
    toPoint: (unit) => unit - countBelow(pairs, unit, (start) => start),
    toUnit: (point) => point + countBelow(pairs, point, (start, before) => start - before),
  }
}

function pairStarts(text: string): number[] {
  const starts: number[] = []
  for (const pair of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) starts.push(pair.index)
  return starts
}

/** How many pairs begin before `limit`, when the place of each is told by `placeOf`. */
function countBelow(
  starts: readonly number[],
  limit: number,
  placeOf: (start: number, before: number) => number,
): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(starts[middle] ?? 0, middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}
