import type { Span } from '#contract/source.ts'
import type { Paragraph } from './paragraphs.ts'

/** A run of paragraphs that is laid out and marked as one, when it comes near the screen. */
export interface Section extends Span {
  /** Index of its first paragraph, and of the one after its last. */
  readonly first: number
  readonly last: number
}

/** Small enough to be laid out and marked within a frame, large enough that a book has hundreds of them. */
const paragraphsInSection = 26
const charactersInSection = 4_000

export function sectionsOf(paragraphs: readonly Paragraph[]): Section[] {
  const sections: Section[] = []
  let first = 0
  let start = paragraphs[0]?.start ?? 0
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1]
    const isFull = index + 1 - first >= paragraphsInSection || paragraph.end - start >= charactersInSection
    if (next !== undefined && !isFull) return
    sections.push({ first, last: index + 1, start, end: paragraph.end })
    first = index + 1
    start = next?.start ?? paragraph.end
  })
  return sections
}

/**
 * A run of sections. Each element whose layout the browser puts off costs it something at every change of the page: of a
 * long text only the chapters do, and the sections of those that are near.
 */
export interface Chapter extends Span {
  /** Index of its first section, and of the one after its last. */
  readonly first: number
  readonly last: number
}

const sectionsInChapter = 24

export function chaptersOf(sections: readonly Section[]): Chapter[] {
  const chapters: Chapter[] = []
  for (let first = 0; first < sections.length; first += sectionsInChapter) {
    const last = Math.min(first + sectionsInChapter, sections.length)
    const [start, end] = [sections[first]?.start ?? 0, sections[last - 1]?.end ?? 0]
    chapters.push({ first, last, start, end })
  }
  return chapters
}

/** A run of neighbouring paragraphs inside a section, folded away where it is boilerplate. */
export interface Run {
  readonly first: number
  readonly last: number
  readonly folded: boolean
}

export function runsOf(section: Section, paragraphs: readonly Paragraph[]): Run[] {
  const runs: Run[] = []
  let first = section.first
  for (let index = section.first; index < section.last; index++) {
    const folded = isFolded(paragraphs[index])
    if (index + 1 < section.last && isFolded(paragraphs[index + 1]) === folded) continue
    runs.push({ first, last: index + 1, folded })
    first = index + 1
  }
  return runs
}

function isFolded(paragraph: Paragraph | undefined): boolean {
  return paragraph?.zone === 'boilerplate'
}
