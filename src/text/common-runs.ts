/**
 * What two sequences have in common, in order: words of two texts, for one. First what stands once in both pins them together (patience
 * diff), then Myers' greedy algorithm (Algorithmica 1, 1986) finds the most that the gaps have in common. Gaps too different for that count as
 * having nothing in common.
 */

/** `length` items alike, from `old` on in the one sequence and from `now` on in the other. */
export type CommonRun = { old: number; now: number; length: number }

/** How many steps comparing item by item may take. `isSpent` once a gap was given up, for them or for its own differences. */
export interface Effort {
  left: number
  isSpent: boolean
}

/** A second or so, whatever the sequences are. */
export const usualEffort = (): Effort => ({ left: 20_000_000, isSpent: false })

export function commonRuns(
  old: readonly string[],
  now: readonly string[],
  effort: Effort = usualEffort(),
): CommonRun[] {
  const names = new Map<string, number>()
  const number = (item: string) => {
    const known = names.get(item) ?? names.size
    names.set(item, known)
    return known
  }
  const pair = { old: Int32Array.from(old, number), now: Int32Array.from(now, number), effort }
  const runs: CommonRun[] = []
  align(pair, { old: 0, oldEnd: old.length, now: 0, nowEnd: now.length }, runs)
  return joined(runs)
}

type Pair = { old: Int32Array; now: Int32Array; effort: Effort }
type Gap = { old: number; oldEnd: number; now: number; nowEnd: number }

// Gaps up to this are compared item by item; larger ones are parted by what stands once in both.
const SMALL = 3000
// Differences looked at in a gap; the work grows with their square.
const MOST_DIFFERENCES = 1500

function align(pair: Pair, whole: Gap, runs: CommonRun[]): void {
  const gap = { ...whole }
  let head = 0
  while (gap.old < gap.oldEnd && gap.now < gap.nowEnd && pair.old[gap.old] === pair.now[gap.now]) {
    gap.old += 1
    gap.now += 1
    head += 1
  }
  if (head > 0) runs.push({ old: whole.old, now: whole.now, length: head })
  while (
    gap.old < gap.oldEnd &&
    gap.now < gap.nowEnd &&
    pair.old[gap.oldEnd - 1] === pair.now[gap.nowEnd - 1]
  ) {
    gap.oldEnd -= 1
    gap.nowEnd -= 1
  }
  if (gap.old < gap.oldEnd && gap.now < gap.nowEnd) alignInner(pair, gap, runs)
  if (gap.oldEnd < whole.oldEnd)
    runs.push({ old: gap.oldEnd, now: gap.nowEnd, length: whole.oldEnd - gap.oldEnd })
}

function alignInner(pair: Pair, gap: Gap, runs: CommonRun[]): void {
  if (gap.oldEnd - gap.old + gap.nowEnd - gap.now <= SMALL) {
    runs.push(...shortestEdit(pair, gap))
    return
  }
  const pins = pinsOf(pair, gap)
  if (pins.length === 0) {
    runs.push(...shortestEdit(pair, gap))
    return
  }
  let { old, now } = gap
  for (const pin of pins) {
    align(pair, { old, oldEnd: pin.old, now, nowEnd: pin.now }, runs)
    runs.push({ ...pin, length: 1 })
    old = pin.old + 1
    now = pin.now + 1
  }
  align(pair, { old, oldEnd: gap.oldEnd, now, nowEnd: gap.nowEnd }, runs)
}

/** What stands once on either side, as many of them as keep their order. */
function pinsOf({ old, now }: Pair, gap: Gap): { old: number; now: number }[] {
  const places = new Map<number, { old: number; now: number; count: number }>()
  for (let at = gap.old; at < gap.oldEnd; at += 1) {
    const known = places.get(old[at] ?? -1)
    if (known) known.count += 1
    else places.set(old[at] ?? -1, { old: at, now: -1, count: 1 })
  }
  const met: { old: number; now: number; count: number }[] = []
  for (let at = gap.now; at < gap.nowEnd; at += 1) {
    const known = places.get(now[at] ?? -1)
    if (!known) continue
    if (known.now >= 0) known.count += 1
    else met.push(known)
    known.now = at
  }
  return longestAscending(met.filter(({ count }) => count === 1))
}

/** The longest part of `pins` (ascending by `now`) that ascends by `old` too. */
function longestAscending(pins: readonly { old: number; now: number }[]): { old: number; now: number }[] {
  const tops: number[] = []
  const below = pins.map((pin, index) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pins[tops[middle] ?? 0]?.old ?? 0) < pin.old) low = middle + 1
      else high = middle
    }
    tops[low] = index
    return low > 0 ? (tops[low - 1] ?? -1) : -1
  })
  const chain: { old: number; now: number }[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = below[at] ?? -1) {
    const pin = pins[at]
    if (pin) chain.push({ old: pin.old, now: pin.now })
  }
  return chain.reverse()
}

/** Myers' greedy algorithm: for each number of differences, how far every diagonal reaches. */
function shortestEdit({ old, now, effort }: Pair, gap: Gap): CommonRun[] {
  const [rows, columns] = [gap.oldEnd - gap.old, gap.nowEnd - gap.now]
  const most = Math.min(rows + columns, MOST_DIFFERENCES)
  const reach = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let differences = 0; differences <= most && effort.left > 0; differences += 1) {
    effort.left -= differences
    trace.push(reach.slice(most + 1 - differences, most + 2 + differences))
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let row = nextRow((at) => reach[most + 1 + at] ?? 0, diagonal, differences)
      while (row < rows && row - diagonal < columns && old[gap.old + row] === now[gap.now + row - diagonal])
        row += 1
      reach[most + 1 + diagonal] = row
      if (row >= rows && row - diagonal >= columns) return walkBack(trace, gap, rows, columns)
    }
  }
  effort.isSpent = true
  return []
}

function nextRow(reach: (diagonal: number) => number, diagonal: number, differences: number): number {
  const down =
    diagonal === -differences || (diagonal !== differences && reach(diagonal - 1) < reach(diagonal + 1))
  return down ? reach(diagonal + 1) : reach(diagonal - 1) + 1
}

function walkBack(trace: readonly Int32Array[], gap: Gap, rows: number, columns: number): CommonRun[] {
  const runs: CommonRun[] = []
  let [row, column] = [rows, columns]
  for (let differences = trace.length - 1; differences >= 0; differences -= 1) {
    const reach = trace[differences] ?? new Int32Array(0)
    const at = (diagonal: number) => reach[diagonal + differences] ?? 0
    const diagonal = row - column
    const start = differences === 0 ? 0 : nextRow(at, diagonal, differences)
    if (row > start) runs.push({ old: gap.old + start, now: gap.now + start - diagonal, length: row - start })
    const came =
      differences > 0 &&
      (diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1)))
    row = came ? start : start - 1
    column = came ? start - diagonal - 1 : start - diagonal
  }
  return runs.reverse()
}

function joined(runs: readonly CommonRun[]): CommonRun[] {
  const whole: CommonRun[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last && last.old + last.length === run.old && last.now + last.length === run.now)
      last.length += run.length
    else whole.push({ ...run })
  }
  return whole
}
