/**
 * How many slips of the finger part two words: a letter too many, too few, another one, or two neighbours swapped (optimal string
 * alignment: no stretch is edited twice). For folded words; letters are UTF-16 code units.
 */

/** The distance, or null as soon as it is certain to be more than `most`. Time grows with length × `most`; `most` is below 255. */
export function editDistance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null
  if (a === b) return 0
  // Common ends cost nothing and are most of a word with one slip in it.
  let head = 0
  while (head < a.length && a.charCodeAt(head) === b.charCodeAt(head)) head += 1
  let tail = 0
  const room = Math.min(a.length, b.length) - head
  while (tail < room && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1
  return banded(a.slice(head, a.length - tail), b.slice(head, b.length - tail), most)
}

/** Three rows of the table of distances between the beginnings of `a` and `b`: this one, the last, the one before. */
type Rows = { current: Uint8Array; last: Uint8Array; beforeLast: Uint8Array }

/** Fills only the cells within `most` of the diagonal: what is further off costs more anyway. */
function banded(a: string, b: string, most: number): number | null {
  const beyond = most + 1
  const emptyRow = () => new Uint8Array(b.length + 1).fill(beyond)
  const rows: Rows = { current: emptyRow(), last: emptyRow(), beforeLast: emptyRow() }
  for (let column = 0; column <= Math.min(most, b.length); column += 1) rows.current[column] = column
  for (let row = 1; row <= a.length; row += 1) {
    turn(rows, beyond)
    let best = beyond
    if (row <= most) rows.current[0] = best = row
    for (let column = Math.max(1, row - most); column <= Math.min(b.length, row + most); column += 1) {
      const cost = Math.min(cheapest(a, b, row, column, rows), beyond)
      rows.current[column] = cost
      best = Math.min(best, cost)
    }
    if (best > most) return null
  }
  const distance = rows.current[b.length] ?? beyond
  return distance > most ? null : distance
}

function turn(rows: Rows, beyond: number): void {
  const oldest = rows.beforeLast
  rows.beforeLast = rows.last
  rows.last = rows.current
  rows.current = oldest.fill(beyond)
}

function cheapest(a: string, b: string, row: number, column: number, rows: Rows): number {
  const letter = a.charCodeAt(row - 1)
  const other = b.charCodeAt(column - 1)
  const cost = Math.min(
    cell(rows.last, column - 1) + (letter === other ? 0 : 1),
    cell(rows.last, column) + 1,
    cell(rows.current, column - 1) + 1,
  )
  const swapped = row > 1 && letter === b.charCodeAt(column - 2) && other === a.charCodeAt(row - 2)
  return swapped ? Math.min(cost, cell(rows.beforeLast, column - 2) + 1) : cost
}

function cell(row: Uint8Array, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
