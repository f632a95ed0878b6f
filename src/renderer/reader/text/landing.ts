import type { Span } from '#contract/source.ts'
import { paragraphIndexAt } from './paragraphs.ts'
import type { TextView } from './text-view.ts'

/** Going to a place in the text, and knowing which place one is at. */

/** Where on the screen a passage comes to lie, as a part of its height from above. */
const landingLine = 0.3
/** What counts as being in view: not under the upper or lower edge. */
const comfortable = 48

/**
 * Brings a passage into view. Sections that were never laid out have a guessed height, so the place is corrected
 * once they are.
 */
export function bringIntoView(view: TextView, span: Span, where: 'landing' | 'nearest' = 'landing'): void {
  view.prepare(span)?.scrollIntoView({ block: 'nearest' })
  settle(view, span, where)
  requestAnimationFrame(() => settle(view, span, where))
}

function settle(view: TextView, span: Span, where: 'landing' | 'nearest'): void {
  const place = view.rangeOf(span)?.getBoundingClientRect()
  if (place === undefined) return
  const screen = view.scroller.getBoundingClientRect()
  const isAtEase = place.top >= screen.top + comfortable && place.top <= screen.bottom - comfortable
  if (where === 'nearest' && isAtEase) return
  const wanted = screen.top + screen.height * landingLine
  view.scroller.scrollTop += place.top - wanted
}

/** Whether anything of a passage can be seen. */
export function isInView(view: TextView, span: Span): boolean {
  const place = view.rangeOf(span)?.getBoundingClientRect()
  const screen = view.scroller.getBoundingClientRect()
  return place !== undefined && place.bottom > screen.top && place.top < screen.bottom
}

/** The offset of the first words in view. */
export function offsetAtTop(view: TextView): number {
  const { top } = view.scroller.getBoundingClientRect()
  const isBelow = (element: Element | undefined) =>
    element !== undefined && element.getBoundingClientRect().bottom > top
  const nothing = { first: 0, last: 0 }
  const chapter = firstIndex(0, view.chapters.length, (index) => isBelow(view.elementOfChapter(index)))
  const sections = view.chapters[chapter] ?? nothing
  const section = firstIndex(sections.first, sections.last, (index) => isBelow(view.elementOfSection(index)))
  const { first, last } = view.sections[section] ?? nothing
  const paragraph = firstIndex(first, last, (index) => isBelow(view.elementOfParagraph(index)))
  return view.paragraphs[paragraph]?.start ?? 0
}

/** The offset that stands at the upper edge, as if the words of a paragraph lay evenly in it. */
export function offsetAtEdge(view: TextView): number {
  const start = offsetAtTop(view)
  const paragraph = view.paragraphs[paragraphIndexAt(view.paragraphs, start)]
  const place = view.elementAt(start)?.getBoundingClientRect()
  if (paragraph === undefined || place === undefined || place.height === 0) return start
  const part = (view.scroller.getBoundingClientRect().top - place.top) / place.height
  return Math.round(start + Math.max(0, Math.min(1, part)) * (paragraph.end - paragraph.start))
}

/** Scrolls until an offset stands at the upper edge, as `offsetAtEdge` tells it. */
export function putOffsetAtEdge(view: TextView, offset: number): void {
  const paragraph = view.paragraphs[paragraphIndexAt(view.paragraphs, offset)]
  if (paragraph === undefined) return
  const place = view.prepare(paragraph)?.getBoundingClientRect()
  if (place === undefined) return
  const part = Math.min(1, (offset - paragraph.start) / Math.max(1, paragraph.end - paragraph.start))
  view.scroller.scrollTop += place.top + part * place.height - view.scroller.getBoundingClientRect().top
}

/** Puts the paragraph of an offset at the upper edge, as it was left. */
export function bringToTop(view: TextView, offset: number): void {
  const paragraph = view.paragraphs[paragraphIndexAt(view.paragraphs, offset)]
  if (paragraph === undefined) return
  const element = view.prepare(paragraph)
  element?.scrollIntoView({ block: 'start' })
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'start' }))
}

/** Brings to the middle of the screen what lies at a part (0 to 1) of the whole height. */
export function scrollToPart({ scroller }: TextView, part: number): void {
  scroller.scrollTop = part * scroller.scrollHeight - scroller.clientHeight / 2
}

/** The first index that answers yes, where all after it do, too; the last one where none does. */
function firstIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from
  let high = Math.max(from, to - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
