import type { Section } from './sections.ts'
import type { Mark } from './segments.ts'

/**
 * The marks of each section. A source may have tens of thousands, and one changes at a time: what stayed the same object
 * costs a comparison and nothing else.
 */
export class MarksBySection {
  /** Where each section begins: tens of thousands of marks look their sections up here. */
  readonly #starts: Float64Array
  readonly #bySection: Mark[][]
  #marks: readonly Mark[] = []

  constructor(sections: readonly Section[]) {
    this.#starts = Float64Array.from(sections, ({ start }) => start)
    this.#bySection = sections.map(() => [])
  }

  /** In no order. */
  of(index: number): readonly Mark[] {
    return this.#bySection[index] ?? []
  }

  /** These marks and no others. @returns the sections that have other marks than before */
  set(marks: readonly Mark[]): ReadonlySet<number> {
    const { gone, come } = differenceOf(this.#marks, marks)
    this.#marks = marks
    const changed = new Set<number>()
    for (const mark of gone)
      this.#inSectionsOf(mark, changed, (section) => section.splice(section.indexOf(mark), 1))
    for (const mark of come) this.#inSectionsOf(mark, changed, (section) => section.push(mark))
    return changed
  }

  #inSectionsOf(mark: Mark, changed: Set<number>, change: (section: Mark[]) => void): void {
    for (let index = this.#sectionAt(mark.start); index < this.#starts.length; index++) {
      const section = this.#bySection[index]
      if (section === undefined || (this.#starts[index] ?? mark.end) >= mark.end) return
      change(section)
      changed.add(index)
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
