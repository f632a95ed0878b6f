import type { Span } from '#contract/source.ts'
import { IdleQueue } from './idle-queue.ts'
import { MarksBySection } from './marks-by-section.ts'
import { NearSections } from './near-sections.ts'
import { type OverlayName, Overlays } from './overlays.ts'
import { markIdsAround, paintSegments, signatureOf } from './painting.ts'
import { type Paragraph, paragraphIndexAt, paragraphsOf, type TextAsStored, trimmed } from './paragraphs.ts'
import { offsetOfPoint, type Point, pointOfOffset } from './points.ts'
import { type Chapter, type Section, sectionsOf } from './sections.ts'
import { inNestingOrder, type Mark, segmentsOf } from './segments.ts'
import { Sheets } from './sheets.ts'

/**
 * The text of one source on the page. All its words are in the document, in sections that the browser lays out
 * when they come near the screen; marks are filled in then, too. Whoever opens one closes it.
 * Offsets are UTF-16 code units on the source's text.
 */
export class TextView {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
  readonly scroller: HTMLElement
  /** Holds the text and nothing else. */
  readonly host: HTMLElement
  readonly #sheets: Sheets
  readonly #near: NearSections
  readonly #overlays: Overlays
  readonly #marks: MarksBySection
  readonly #painted = new Map<number, string>()
  /** Asking the document for its selection lays the page out: a section that comes near must not have to. */
  #hasSelection = false
  /**
   * The browser lays a section out before it is near enough to be marked, and would do so again then: so marks are
   * filled in ahead, where nothing else is to be done.
   */
  readonly #ahead = new IdleQueue((index) => this.#paint(index))
  /** The first screen needs the marks of its own sections only. */
  readonly #sorting = new IdleQueue(() => this.#marks.sortOut())

  /** Builds the text into `host`, which `scroller` scrolls. */
  constructor(host: HTMLElement, scroller: HTMLElement, { text, zones, structure }: TextAsStored) {
    this.text = text
    this.scroller = scroller
    this.host = host
    this.paragraphs = paragraphsOf({ text, zones, structure })
    this.sections = sectionsOf(this.paragraphs)
    this.#sheets = new Sheets(host, text, this.paragraphs, this.sections)
    this.#overlays = new Overlays((span) => this.rangeOf(span))
    this.#marks = new MarksBySection(this.sections)
    host.ownerDocument.addEventListener('selectionchange', this.#noteSelection)
    this.#near = new NearSections(this.#sheets, scroller, {
      onNear: (index) => this.#comeNear(index),
      onAway: (index) => this.#goAway(index),
      onAhead: (sections) => this.#ahead.add(sections),
    })
  }

  close(): void {
    this.host.ownerDocument.removeEventListener('selectionchange', this.#noteSelection)
    this.#near.close()
    this.#ahead.close()
    this.#sorting.close()
    this.#overlays.close()
    this.#sheets.close()
    this.host.replaceChildren()
  }

  /** Shows these marks and no others. Only paragraphs near the screen that look different then are touched. */
  setMarks(marks: readonly Mark[]): void {
    const stale = this.#marks.set(marks, this.#near.sections)
    this.#sorting.add([0])
    if (stale.length > 0) this.#noteSelection()
    for (const index of stale) this.#paint(index)
  }

  /** Shows passing marks of one sort, in text order, in place of those shown before. */
  overlay(name: OverlayName, spans: readonly Span[]): void {
    const near = [...this.#near.sections].flatMap((index) => this.sections[index] ?? [])
    this.#overlays.set(name, spans, near)
  }

  /** The selected words without white space at their ends; null where nothing in this text is selected. */
  selectedSpan(): Span | null {
    const selection = this.#ownSelection()
    if (selection === null || selection.isCollapsed) return null
    const { anchor, focus } = this.#endsOf(selection)
    const span = trimmed(this.text, Math.min(anchor, focus), Math.max(anchor, focus))
    return span.start < span.end ? span : null
  }

  /** Selects from `anchor` to `focus`, which may lie before it. */
  select(anchor: number, focus: number): void {
    const backwards = focus < anchor
    const from = this.#pointOf(anchor, backwards ? 'end' : 'start')
    const to = this.#pointOf(focus, backwards || focus === anchor ? 'start' : 'end')
    if (from === null || to === null) return
    this.host.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    this.#hasSelection = true
  }

  /** Takes the selection away, where it is in this text. */
  unselect(): void {
    this.#ownSelection()?.removeAllRanges()
  }

  /** The ends of the selection in this text, collapsed or not. */
  selectionEnds(): { anchor: number; focus: number } | null {
    const selection = this.#ownSelection()
    return selection === null ? null : this.#endsOf(selection)
  }

  rangeOf({ start, end }: Span): Range | null {
    const from = this.#pointOf(start, 'start')
    const to = this.#pointOf(end, end === start ? 'start' : 'end')
    if (from === null || to === null) return null
    const range = this.host.ownerDocument.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** The offset at a place on the screen; null outside of the text. */
  offsetAtPlace(x: number, y: number): number | null {
    const place = this.host.ownerDocument.caretPositionFromPoint(x, y)
    if (place === null || !this.host.contains(place.offsetNode)) return null
    return this.offsetOf({ node: place.offsetNode, offset: place.offset })
  }

  offsetOf(point: Point): number {
    return offsetOfPoint(this.#sheets.placed, point)
  }

  /** The ids of the marks round a node of this text, the innermost first. */
  marksAround(node: Node | null): string[] {
    return node !== null && this.host.contains(node) ? markIdsAround(node) : []
  }

  get chapters(): readonly Chapter[] {
    return this.#sheets.chapters
  }

  /** Where an offset stands in the scrolled page, as if the words of its section lay evenly in it. CSS pixels. */
  placeFinder(): (offset: number) => number {
    return this.#near.placeFinder(this.sections)
  }

  /** Builds the whole text, as selecting all of it needs it. */
  buildAll(): void {
    this.#sheets.fillAll()
  }

  /** Builds the whole text with all its marks, as printing needs it. */
  markAll(): void {
    this.#marks.sortOut()
    this.#sheets.fillAll()
    this.sections.forEach((_, index) => this.#paint(index))
  }

  /** Makes a stretch laid out, unfolded and marked, so that it can be measured and scrolled to. */
  prepare(span: Span): Element | null {
    const index = paragraphIndexAt(this.paragraphs, span.start)
    const element = this.#sheets.paragraph(index) ?? null
    const fold = element?.closest('details')
    if (fold !== null && fold !== undefined) fold.open = true
    this.#near.bring(paragraphIndexAt(this.sections, span.start))
    return element
  }

  /** The element of the paragraph that holds an offset. */
  elementAt(offset: number): Element | undefined {
    return this.#sheets.paragraph(paragraphIndexAt(this.paragraphs, offset))
  }

  elementOfParagraph(index: number): Element | undefined {
    return this.#sheets.paragraph(index)
  }

  elementOfSection(index: number): Element | undefined {
    return this.#sheets.section(index)
  }

  elementOfChapter(index: number): Element | undefined {
    return this.#sheets.chapterElements[index]
  }

  /** The place of an offset; its section is built where it was not there yet. */
  #pointOf(offset: number, side: 'start' | 'end'): Point | null {
    this.#sheets.fillAt(side === 'end' ? offset - 1 : offset)
    return pointOfOffset(this.#sheets.placed, offset, side)
  }

  #comeNear(index: number): void {
    this.#sheets.fill(index)
    this.#paint(index)
    const section = this.sections[index]
    if (section !== undefined) this.#overlays.show(section)
  }

  #goAway(index: number): void {
    const section = this.sections[index]
    if (section !== undefined) this.#overlays.hide(section)
  }

  #paint(index: number): void {
    const section = this.sections[index]
    if (section === undefined) return
    const stale: { paragraph: number; paint: () => void }[] = []
    const marks = inNestingOrder(this.#marks.of(index))
    for (let paragraph = section.first; paragraph < section.last; paragraph++) {
      const span = this.paragraphs[paragraph]
      const element = this.#sheets.paragraph(paragraph)
      if (span === undefined || element === undefined) continue
      const segments = segmentsOf(span, marks)
      const looks = marks.length === 0 ? '' : signatureOf(segments)
      if (looks === (this.#painted.get(paragraph) ?? '')) continue
      this.#painted.set(paragraph, looks)
      stale.push({ paragraph, paint: () => paintSegments(element, this.text, segments) })
    }
    if (stale.length === 0) return
    this.#keepingSelection(() => {
      for (const { paint } of stale) paint()
    })
    if (this.#near.sections.has(index)) this.#overlays.show(section)
  }

  /** Painting makes text nodes anew; what was selected stays selected. */
  #keepingSelection(change: () => void): void {
    const selection = this.#hasSelection ? this.#ownSelection() : null
    const ends = selection === null ? null : this.#endsOf(selection)
    change()
    if (ends !== null) this.select(ends.anchor, ends.focus)
  }

  readonly #noteSelection = (): void => {
    this.#hasSelection = this.#ownSelection() !== null
  }

  #ownSelection(): Selection | null {
    const selection = this.host.ownerDocument.getSelection()
    return selection?.anchorNode && this.host.contains(selection.anchorNode) ? selection : null
  }

  #endsOf({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): {
    anchor: number
    focus: number
  } {
    const end = (node: Node | null, offset: number) => (node === null ? 0 : this.offsetOf({ node, offset }))
    return { anchor: end(anchorNode, anchorOffset), focus: end(focusNode, focusOffset) }
  }
}
