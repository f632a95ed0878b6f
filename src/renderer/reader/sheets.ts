import { buildSections, fillSection } from './building.ts'
import { type Paragraph, paragraphIndexAt } from './paragraphs.ts'
import type { PlacedText } from './points.ts'
import type { Section } from './sections.ts'

/**
 * The elements of a text. What is on the screen is built at once, the rest while nothing else is to be done: after a moment
 * all words are in the document. Whoever needs a section before that has it filled.
 */
export class Sheets {
  readonly placed: PlacedText
  readonly sections: readonly HTMLElement[]
  readonly #text: string
  readonly #paragraphs: readonly Paragraph[]
  readonly #spans: readonly Section[]
  readonly #elements: (HTMLElement | undefined)[]
  readonly #indexOf = new Map<Node, number>()
  readonly #filled = new Set<number>()
  #idle: number | null

  constructor(
    host: HTMLElement,
    text: string,
    paragraphs: readonly Paragraph[],
    sections: readonly Section[],
  ) {
    this.#text = text
    this.#paragraphs = paragraphs
    this.#spans = sections
    this.#elements = Array.from(paragraphs, () => undefined)
    this.placed = { paragraphs, elements: this.#elements, indexOf: this.#indexOf }
    this.sections = buildSections(host, sections)
    this.#idle = requestIdleCallback(this.#fillWhileIdle)
  }

  close(): void {
    if (this.#idle !== null) cancelIdleCallback(this.#idle)
  }

  /** Fills the section of an offset, where it is still empty. */
  fillAt(offset: number): void {
    this.fill(paragraphIndexAt(this.#spans, offset))
  }

  fill(index: number): void {
    const section = this.#spans[index]
    const element = this.sections[index]
    if (section === undefined || element === undefined || this.#filled.has(index)) return
    this.#filled.add(index)
    fillSection(element, this.#text, this.#paragraphs, section).forEach((paragraph, step) => {
      this.#elements[section.first + step] = paragraph
      this.#indexOf.set(paragraph, section.first + step)
    })
  }

  /** The element of a paragraph, built where it was not there yet. */
  paragraph(index: number): HTMLElement | undefined {
    const paragraph = this.#paragraphs[index]
    if (paragraph !== undefined && this.#elements[index] === undefined) this.fillAt(paragraph.start)
    return this.#elements[index]
  }

  readonly #fillWhileIdle = (deadline: IdleDeadline): void => {
    let next = 0
    while (next < this.sections.length && deadline.timeRemaining() > 1) {
      this.fill(next)
      next++
    }
    this.#idle = this.#filled.size < this.sections.length ? requestIdleCallback(this.#fillWhileIdle) : null
  }
}
