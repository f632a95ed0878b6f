import { paragraphIndexAt } from './paragraphs.ts'
import type { Section } from './sections.ts'
import type { Sheets } from './sheets.ts'

interface Passing {
  /** A section comes near the screen: it is to be filled and marked. */
  readonly onNear: (index: number) => void
  readonly onAway: (index: number) => void
  /** The sections of a chapter that will come near if the reader goes on: what can be done ahead is worth it. */
  readonly onAhead: (sections: readonly number[]) => void
}

/** Sections are watched only in chapters that are near, and chapters from further away. In parts of the screen's height. */
const nearSection = '100% 0px'
const nearChapter = '200% 0px'

/** Knows which sections are near the screen: what is marked and laid out. Whoever opens one closes it. */
export class NearSections {
  readonly sections = new Set<number>()
  readonly #sheets: Sheets
  readonly #scroller: HTMLElement
  readonly #passing: Passing
  readonly #chapters = new Set<number>()
  readonly #indexOf = new Map<Element, number>()
  readonly #chapterObserver: IntersectionObserver
  readonly #sectionObserver: IntersectionObserver

  constructor(sheets: Sheets, scroller: HTMLElement, passing: Passing) {
    this.#sheets = sheets
    this.#scroller = scroller
    this.#passing = passing
    this.#chapterObserver = this.#observer(nearChapter, (index, isNear) =>
      isNear ? this.#openChapter(index) : this.#closeChapter(index),
    )
    this.#sectionObserver = this.#observer(nearSection, (index, isNear) =>
      isNear ? this.#comeNear(index) : this.#goAway(index),
    )
    sheets.chapterElements.forEach((element, index) => {
      this.#indexOf.set(element, index)
      this.#chapterObserver.observe(element)
    })
  }

  close(): void {
    this.#chapterObserver.disconnect()
    this.#sectionObserver.disconnect()
  }

  /** Makes a section near at once, wherever the screen is. */
  bring(index: number): void {
    this.#openChapter(this.#sheets.chapterOf(index))
    this.#comeNear(index)
  }

  /** Where an offset stands in the scrolled page. Far from the screen the places of whole chapters have to do. */
  placeFinder(sections: readonly Section[]): (offset: number) => number {
    const { top } = this.#scroller.getBoundingClientRect()
    const known = new Map<Element, { top: number; height: number }>()
    const placeOf = (element: Element) => {
      let place = known.get(element)
      if (place === undefined) {
        const rect = element.getBoundingClientRect()
        place = { top: rect.top - top + this.#scroller.scrollTop, height: rect.height }
        known.set(element, place)
      }
      return place
    }
    return (offset) => {
      const section = paragraphIndexAt(sections, offset)
      const chapter = this.#sheets.chapterOf(section)
      const isNear = this.#chapters.has(chapter)
      const span = isNear ? sections[section] : this.#sheets.chapters[chapter]
      const element = isNear ? this.#sheets.section(section) : this.#sheets.chapterElements[chapter]
      if (span === undefined || element === undefined) return 0
      const part = (offset - span.start) / Math.max(1, span.end - span.start)
      const place = placeOf(element)
      return place.top + Math.min(1, part) * place.height
    }
  }

  #observer(rootMargin: string, onPass: (index: number, isNear: boolean) => void): IntersectionObserver {
    return new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = this.#indexOf.get(target)
          if (index !== undefined) onPass(index, isIntersecting)
        }
      },
      { root: this.#scroller, rootMargin },
    )
  }

  #openChapter(index: number): void {
    if (this.#chapters.has(index)) return
    this.#chapters.add(index)
    this.#sheets.chapterElements[index]?.classList.add('is-near')
    const sections = this.#sectionsOf(index)
    for (const section of sections) {
      const element = this.#sheets.section(section)
      if (element === undefined) continue
      this.#indexOf.set(element, section)
      this.#sectionObserver.observe(element)
    }
    this.#passing.onAhead(sections)
  }

  #closeChapter(index: number): void {
    if (!this.#chapters.delete(index)) return
    this.#sheets.chapterElements[index]?.classList.remove('is-near')
    for (const section of this.#sectionsOf(index)) {
      const element = this.#sheets.section(section)
      if (element !== undefined) this.#sectionObserver.unobserve(element)
      this.#goAway(section)
    }
  }

  #comeNear(index: number): void {
    if (this.sections.has(index)) return
    this.sections.add(index)
    this.#passing.onNear(index)
  }

  #goAway(index: number): void {
    if (this.sections.delete(index)) this.#passing.onAway(index)
  }

  #sectionsOf(chapter: number): number[] {
    const { first, last } = this.#sheets.chapters[chapter] ?? { first: 0, last: 0 }
    return Array.from({ length: last - first }, (_, step) => first + step)
  }
}
