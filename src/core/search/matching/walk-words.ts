import type { Store } from '../../casebook/casebook.ts'

/**
 * The words of the casebook that are at most some slips away from one, found in the index itself, as a hand looks them up in a
 * dictionary: from each word that is too far away it leaps to the next that may be near. One slip takes some hundred leaps; nothing
 * must be read in before. lunr's token set finds the same faster, once all words are in it (`vocabulary.ts`).
 *
 * A slip is a letter too many, too few, another one, or two neighbours swapped, as in `#text/typo.ts`.
 */
export function wordsNear(store: Store, word: string, slips: number): string[] {
  const wanted = Array.from(word)
  const near: string[] = []
  let from: string | null = FIRST
  while (from !== null) {
    const found = store.get<{ term: string }>(
      'SELECT term FROM search_vocabulary WHERE term >= ? LIMIT 1',
      from,
    )
    if (found === undefined) break
    const walk = walkAlong(wanted, Array.from(found.term), slips)
    if (walk.isNear) near.push(found.term)
    from = walk.next
  }
  return near
}

/** No word has a letter before this one. */
const FIRST = '\u0001'

/** `isNear`: the word itself is. `next`: nothing between it and this may be; null where nothing behind it may be. */
interface Walk {
  readonly isNear: boolean
  readonly next: string | null
}

function walkAlong(wanted: readonly string[], letters: readonly string[], slips: number): Walk {
  const rows = [wanted.map((_, at) => at).concat(wanted.length)]
  for (const [at, letter] of letters.entries()) {
    rows.push(nextRow(wanted, letters, at, rows))
    if (Math.min(...(rows[at + 1] ?? [])) > slips)
      return { isNear: false, next: leap(wanted, letters.slice(0, at), letter, rows, slips) }
  }
  const isNear = (rows[letters.length]?.[wanted.length] ?? slips + 1) <= slips
  return { isNear, next: `${letters.join('')}${FIRST}` }
}

/** How many slips part the first letters of a word, up to number `at`, from each beginning of the wanted word. */
function nextRow(
  wanted: readonly string[],
  letters: readonly string[],
  at: number,
  rows: readonly (readonly number[])[],
): number[] {
  const [last = [], beforeLast = []] = [rows[at], rows[at - 1]]
  const row = [at + 1]
  for (const [column, letter] of wanted.entries()) {
    const other = (last[column] ?? 0) + (letter === letters[at] ? 0 : 1)
    const oneMore = Math.min(last[column + 1] ?? 0, row[column] ?? 0) + 1
    const isSwapped = at > 0 && column > 0 && letter === letters[at - 1] && wanted[column - 1] === letters[at]
    const swapped = isSwapped ? (beforeLast[column - 1] ?? 0) + 1 : other
    row.push(Math.min(other, oneMore, swapped))
  }
  return row
}

/** The least beginning of a word behind `beginning` + `tooFar` that may still be near. */
function leap(
  wanted: readonly string[],
  beginning: readonly string[],
  tooFar: string,
  rows: readonly (readonly number[])[],
  slips: number,
): string | null {
  const row = rows[beginning.length] ?? []
  const next =
    Math.min(...row) < slips
      ? letterBehind(tooFar)
      : leastBehind(tooFar, goingOn(wanted, beginning, row, rows, slips))
  if (next !== null) return `${beginning.join('')}${next}`
  const last = beginning.at(-1)
  return last === undefined ? null : leap(wanted, beginning.slice(0, -1), last, rows, slips)
}

/** With no slip left a word goes on as the wanted one does, or ends a swap. */
function goingOn(
  wanted: readonly string[],
  beginning: readonly string[],
  row: readonly number[],
  rows: readonly (readonly number[])[],
  slips: number,
): string[] {
  const beforeLast = rows[beginning.length - 1] ?? []
  return wanted.flatMap((letter, at) => {
    const swapped = beginning.at(-1) === wanted[at + 1] && (beforeLast[at] ?? slips) < slips
    return (row[at] ?? 0) <= slips || swapped ? [letter] : []
  })
}

function leastBehind(letter: string, letters: readonly string[]): string | null {
  const behind = letters.filter((one) => codeOf(one) > codeOf(letter))
  return behind.length === 0
    ? null
    : behind.reduce((least, one) => (codeOf(one) < codeOf(least) ? one : least))
}

const LAST = 0x10ffff

/** In the order of code points, which is that of the index; surrogates are no letters. */
function letterBehind(letter: string): string | null {
  const code = codeOf(letter) + 1
  if (code > LAST) return null
  return String.fromCodePoint(code === 0xd800 ? 0xe000 : code)
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0
}
