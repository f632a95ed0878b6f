/**
 * Where words stand in a text, asked thousands of times. Reading a book-length text from end to end for each mark costs more than all the
 * rest of finding it; an index of its runs of eight characters, made when a few questions were asked, reads it once.
 */
export class RunIndex {
  readonly text: string
  readonly #isWorthwhile: boolean
  #runs: Runs | null = null
  #questions = 0

  /** `once`: few questions will be asked, and the text is read for each. */
  constructor(text: string, { once = false }: { once?: boolean } = {}) {
    this.text = text
    this.#isWorthwhile = !once && text.length >= WORTHWHILE
  }

  /** Offsets (UTF-16 code units) at which the words stand, ascending; they may overlap. */
  *placesOf(words: string): Generator<number> {
    if (words.length < RUN || !this.#isWorthwhile) return yield* scanned(this.text, words)
    this.#questions += 1
    if (!this.#runs && this.#questions <= FEW) return yield* scanned(this.text, words)
    this.#runs ??= indexRuns(this.text)
    const { next } = this.#runs
    const rarest = rarestRun(this.#runs, words)
    for (let at = rarest.first; at >= 0; at = next[at] ?? -1)
      if (at >= rarest.shift && this.text.startsWith(words, at - rarest.shift)) yield at - rarest.shift
  }

  /** How often the words stand there, counted no further than `most`. */
  countOf(words: string, most = Number.POSITIVE_INFINITY): number {
    let count = 0
    const places = this.placesOf(words)
    while (count < most && places.next().done !== true) count += 1
    return count
  }
}

const RUN = 8
// A shorter text is read faster than indexed.
const WORTHWHILE = 4096
// An index costs as much as reading the text some hundred times.
const FEW = 32

function* scanned(text: string, words: string): Generator<number> {
  if (words === '') return
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at
}

/** For each bucket the first place of a run that falls into it, and how many do; for each place the next one of its bucket. */
type Runs = { first: Int32Array; counts: Int32Array; next: Int32Array }

function indexRuns(text: string): Runs {
  const buckets = 2 ** Math.ceil(Math.log2(text.length))
  const runs = {
    first: new Int32Array(buckets).fill(-1),
    counts: new Int32Array(buckets),
    next: new Int32Array(text.length).fill(-1),
  }
  for (let at = text.length - RUN; at >= 0; at -= 1) {
    const bucket = hashOf(text, at) & (buckets - 1)
    runs.next[at] = runs.first[bucket] ?? -1
    runs.first[bucket] = at
    runs.counts[bucket] = (runs.counts[bucket] ?? 0) + 1
  }
  return runs
}

function hashOf(text: string, at: number): number {
  let hash = 0
  for (let unit = at; unit < at + RUN; unit += 1) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** The run of the words that stands in the fewest places, and how far into the words it is. */
function rarestRun({ first, counts }: Runs, words: string): { first: number; shift: number } {
  let best = { first: -1, shift: 0 }
  let least = Number.POSITIVE_INFINITY
  for (let shift = 0; shift + RUN <= words.length && shift < LOOKED_AT; shift += 1) {
    const bucket = hashOf(words, shift) & (first.length - 1)
    const count = counts[bucket] ?? 0
    if (count >= least) continue
    least = count
    best = { first: first[bucket] ?? -1, shift }
  }
  return best
}

const LOOKED_AT = 64
