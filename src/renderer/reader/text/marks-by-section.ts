import type { Section } from './sections.ts'
import type { Mark } from './segments.ts'

/**
 * The marks of each section. A source may have tens of thousands, and one changes at a time: what stayed the same object
 * costs a comparison and nothing else. To look through all of them for the few sections of a first screen is much less work than
 * to sort them out: that is done when it is told to, or when the first one changes.
 */
export class MarksBySection {
  readonly #sections: readonly Section[]
  /** Where each section begins: tens of thousands of marks look their sections up here. */
  readonly #starts: Float64Array
  #marks: readonly Mark[] = []
  /** Null until the marks are sorted out. */
  #bySection: Mark[][] | null = null

  constructor(sections: readonly Section[]) {
    this.#sections = sections
    this.#starts = Float64Array.from(sections, ({ start }) => start)
  }

  /** In no order. */
  of(index: number): readonly Mark[] {
    if (this.#bySection !== null) return this.#bySection[index] ?? []
    const from = this.#starts[index]
    const to = this.#starts[index + 1] ?? Number.POSITIVE_INFINITY
    return from === undefined ? [] : this.#marks.filter(({ start, end }) => end > from && start < to)
  }

  /**
   * These marks and no others.
   * @returns of the sections asked about, those that may have other marks than before
   */
  set(marks: readonly Mark[], asked: Iterable<number>): number[] {
    const before = this.#marks
    if (before.length === 0) {
      this.#marks = marks
      this.#bySection = null
      return marks.length === 0 ? [] : [...asked]
    }
    const sorted = this.#sortedOut()
    const { gone, come } = differenceOf(before, marks)
    this.#marks = marks
    const changed = new Set<number>()
    for (const mark of gone) {
      this.#eachSectionOf(mark, (index) => {
        const section = sorted[index]
        section?.splice(section.indexOf(mark), 1)
        changed.add(index)
      })
    }
    for (const mark of come) {
      this.#eachSectionOf(mark, (index) => {
        sorted[index]?.push(mark)
        changed.add(index)
      })
    }
    return [...asked].filter((index) => changed.has(index))
  }

  /** Makes ready for changes and for many questions, where nothing else is to be done. */
  sortOut(): void {
    this.#sortedOut()
  }

  #sortedOut(): Mark[][] {
    if (this.#bySection !== null) return this.#bySection
    const sorted: Mark[][] = this.#sections.map(() => [])
    for (const mark of this.#marks) this.#eachSectionOf(mark, (index) => sorted[index]?.push(mark))
    this.#bySection = sorted
    return sorted
  }

  #eachSectionOf(mark: Mark, visit: (index: number) => void): void {
    for (let index = this.#sectionAt(mark.start); index < this.#starts.length; index++) {
      if ((this.#starts[index] ?? mark.end) >= mark.end) return
      visit(index)
    }
  }

  /** The last section that begins at an offset or before it; the first one before all of them. */
  #sectionAt(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

interface Difference {
  readonly gone: readonly Mark[]
  readonly come: readonly Mark[]
}

/** By identity. What lies between the first and the last difference, and of that what stands at another place. */
function differenceOf(before: readonly Mark[], now: readonly Mark[]): Difference {
  const shorter = Math.min(before.length, now.length)
  let head = 0
  while (head < shorter && before[head] === now[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++
  const gone = before.slice(head, before.length - tail)
  const come = now.slice(head, now.length - tail)
  if (gone.length !== come.length) return { gone, come }
  return {
    gone: gone.filter((mark, index) => mark !== come[index]),
    come: come.filter((mark, index) => mark !== gone[index]),
  }
}
