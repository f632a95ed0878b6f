import { buildFrames, fillSection } from './building.ts'
import { IdleQueue } from './idle-queue.ts'
import { type Paragraph, paragraphIndexAt } from './paragraphs.ts'
import type { PlacedText } from './points.ts'
import { type Chapter, chaptersOf, type Section } from './sections.ts'

/**
 * The elements of a text. What is on the screen is built at once, the rest while nothing else is to be done: after a moment
 * all words are in the document. Whoever needs a section before that has it filled.
 */
export class Sheets {
  readonly placed: PlacedText
  readonly chapters: readonly Chapter[]
  /** The element of each chapter. */
  readonly chapterElements: readonly HTMLElement[]
  readonly #text: string
  readonly #paragraphs: readonly Paragraph[]
  readonly #sections: readonly Section[]
  readonly #sectionElements: (HTMLElement | undefined)[]
  readonly #elements: (HTMLElement | undefined)[]
  readonly #indexOf = new Map<Node, number>()
  readonly #filled = new Set<number>()
  readonly #later = new IdleQueue((index) => this.fill(index))

  constructor(
    host: HTMLElement,
    text: string,
    paragraphs: readonly Paragraph[],
    sections: readonly Section[],
  ) {
    this.#text = text
    this.#paragraphs = paragraphs
    this.#sections = sections
    this.#sectionElements = Array<undefined>(sections.length).fill(undefined)
    this.#elements = Array<undefined>(paragraphs.length).fill(undefined)
    this.placed = { paragraphs, elements: this.#elements, indexOf: this.#indexOf }
    this.chapters = chaptersOf(sections)
    const frames = this.chapters.map(({ first, last, ...span }) => ({
      ...span,
      paragraphs: (sections[last - 1]?.last ?? 0) - (sections[first]?.first ?? 0),
    }))
    this.chapterElements = buildFrames(host, 'text-chapter', frames)
    this.#later.add(sections.keys())
  }

  close(): void {
    this.#later.close()
  }

  /** Builds all that is not there yet. */
  fillAll(): void {
    this.#sections.forEach((_, index) => this.fill(index))
  }

  /** Fills the section of an offset, where it is still empty. */
  fillAt(offset: number): void {
    this.fill(paragraphIndexAt(this.#sections, offset))
  }

  fill(index: number): void {
    const section = this.#sections[index]
    if (section === undefined || this.#filled.has(index)) return
    const element = this.section(index)
    if (element === undefined) return
    this.#filled.add(index)
    fillSection(element, this.#text, this.#paragraphs, section).forEach((paragraph, step) => {
      this.#elements[section.first + step] = paragraph
      this.#indexOf.set(paragraph, section.first + step)
    })
  }

  /** The element of a section, empty or filled. */
  section(index: number): HTMLElement | undefined {
    if (this.#sectionElements[index] === undefined) this.#buildChapter(this.chapterOf(index))
    return this.#sectionElements[index]
  }

  /** Index of the chapter that holds a section. */
  chapterOf(section: number): number {
    return paragraphIndexAt(this.chapters, this.#sections[section]?.start ?? 0)
  }

  /** The element of a paragraph, built where it was not there yet. */
  paragraph(index: number): HTMLElement | undefined {
    const paragraph = this.#paragraphs[index]
    if (paragraph !== undefined && this.#elements[index] === undefined) this.fillAt(paragraph.start)
    return this.#elements[index]
  }

  #buildChapter(index: number): void {
    const chapter = this.chapters[index]
    const around = this.chapterElements[index]
    if (chapter === undefined || around === undefined) return
    const frames = this.#sections
      .slice(chapter.first, chapter.last)
      .map(({ first, last, start, end }) => ({ start, end, paragraphs: last - first }))
    buildFrames(around, 'text-section', frames).forEach((element, step) => {
      this.#sectionElements[chapter.first + step] = element
    })
  }
}
