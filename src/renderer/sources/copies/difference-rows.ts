import type { DifferenceRun } from '#contract/copies.ts'

/** Two texts beside each other, row by row: what is alike stands on one line, and long stretches of it are folded away. */

export interface DifferencePiece {
  readonly text: string
  readonly changed: boolean
}

export interface DifferenceRow {
  readonly from: readonly DifferencePiece[]
  readonly to: readonly DifferencePiece[]
  readonly changed: boolean
}

export type DifferenceBlock =
  | { readonly kind: 'row'; readonly row: DifferenceRow; readonly at: number }
  /** Rows `first` to `last`, `last` included. */
  | { readonly kind: 'folded'; readonly first: number; readonly last: number }

/** Rows end where both texts end a line. */
export function rowsOf(from: string, to: string, runs: readonly DifferenceRun[]): readonly DifferenceRow[] {
  const rows: DifferenceRow[] = []
  let row = emptyRow()
  const close = () => {
    if (row.from.length > 0 || row.to.length > 0) rows.push(row)
    row = emptyRow()
  }
  for (const run of runs) {
    const [older, newer] = [from.slice(run.from.start, run.from.end), to.slice(run.to.start, run.to.end)]
    if (run.kind !== 'equal') {
      row.changed = true
      put(row.from, older, true)
      put(row.to, newer, true)
      continue
    }
    // Equal runs may differ in their letters (quotes, spaces): both are cut into as many lines as they have in common.
    const [olderLines, newerLines] = [linesOf(older), linesOf(newer)]
    const lines = Math.min(olderLines.length, newerLines.length)
    for (let at = 0; at < lines; at++) {
      if (at > 0) close()
      const isLast = at === lines - 1
      put(row.from, isLast ? olderLines.slice(at).join('\n') : (olderLines[at] ?? ''), false)
      put(row.to, isLast ? newerLines.slice(at).join('\n') : (newerLines[at] ?? ''), false)
    }
  }
  close()
  return rows
}

interface OpenRow {
  readonly from: DifferencePiece[]
  readonly to: DifferencePiece[]
  changed: boolean
}

function emptyRow(): OpenRow {
  return { from: [], to: [], changed: false }
}

function put(pieces: DifferencePiece[], text: string, changed: boolean): void {
  if (text !== '') pieces.push({ text, changed })
}

function linesOf(text: string): string[] {
  return text.split(/\n+/)
}

/** Rows that are alike in both texts, beyond one before and after a change, are folded; those of `unfolded` are not. */
export function blocksOf(
  rows: readonly DifferenceRow[],
  unfolded: ReadonlySet<number>,
): readonly DifferenceBlock[] {
  const blocks: DifferenceBlock[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined) continue
    const last = lastAlike(rows, at)
    const isNear = [rows[at - 1], row, rows[at + 1]].some((one) => one?.changed === true)
    // Folding a single row would save nothing.
    if (isNear || unfolded.has(at) || last === at) blocks.push({ kind: 'row', row, at })
    else {
      blocks.push({ kind: 'folded', first: at, last })
      at = last
    }
  }
  return blocks
}

/** The last row of the stretch that begins here and stays away from changes. */
function lastAlike(rows: readonly DifferenceRow[], first: number): number {
  let last = first
  while (last + 1 < rows.length && rows[last + 1]?.changed === false && rows[last + 2]?.changed !== true)
    last++
  return last
}
