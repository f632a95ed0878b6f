/**
 * Offsets: inside Casebook they are UTF-16 code units, in W3C annotations Unicode code points. Conversion happens at that
 * border only. A lone surrogate counts as one code point; an offset inside a surrogate pair means the pair's start.
 */

export type Span = { start: number; end: number }

/** Code points before the code unit `unit`. */
export function codePointOffset(text: string, unit: number): number {
  return codePointOffsets(text, [unit])[0] ?? 0
}

/** Code units before the code point `point`. */
export function codeUnitOffset(text: string, point: number): number {
  return codeUnitOffsets(text, [point])[0] ?? 0
}

/** Many offsets at once, ascending, in one pass over the text. Throws `RangeError` for one beyond the text or out of order. */
export function codePointOffsets(text: string, units: readonly number[]): number[] {
  let at = 0
  let points = 0
  return units.map((unit, index) => {
    requireInside(unit, text.length, units[index - 1])
    for (let next = after(text, at); at < unit && next <= unit; next = after(text, at)) {
      at = next
      points += 1
    }
    return points
  })
}

/** The way back: code points to code units, ascending, in one pass. Throws `RangeError` as `codePointOffsets` does. */
export function codeUnitOffsets(text: string, points: readonly number[]): number[] {
  let at = 0
  let counted = 0
  return points.map((point, index) => {
    requireInside(point, text.length, points[index - 1])
    while (counted < point && at < text.length) {
      at = after(text, at)
      counted += 1
    }
    if (counted < point) throw beyond(point, counted)
    return at
  })
}

/** Where the code point at `at` ends. */
function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

function requireInside(offset: number, length: number, before = 0): void {
  if (!Number.isInteger(offset) || offset < 0) throw new RangeError(`${offset} is not an offset`)
  if (offset > length) throw beyond(offset, length)
  if (offset < before) throw new RangeError(`offset ${offset} comes after ${before}; they must ascend`)
}

function beyond(offset: number, length: number): RangeError {
  return new RangeError(`offset ${offset} lies beyond the text, which ends at ${length}`)
}
