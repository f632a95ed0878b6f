import { TextView } from '#renderer/reader/text/text-view.ts'
import type { Sample, SampleMark } from './sample.ts'

/** A way to show a marked text. Each builds into an empty scroller and takes one more mark. */
export interface Way {
  build(scroller: HTMLElement, sample: Sample): void
  add(mark: SampleMark): void
  close(): void
}

/** The reader's own way: sections, marks filled in near the screen. */
export function sections(withMarks: boolean): Way {
  let view: TextView | null = null
  let marks: readonly SampleMark[] = []
  return {
    build(scroller, { text, marks: some }) {
      const host = hostIn(scroller)
      view = new TextView(host, scroller, {
        text,
        zones: [],
        structure: { blocks: [], links: [], marks: [] },
      })
      marks = withMarks ? some : []
      view.setMarks(marks)
      view.prepare({ start: 0, end: 0 })
    },
    add(mark) {
      marks = [...marks, mark]
      view?.setMarks(marks)
    },
    close: () => view?.close(),
  }
}

/** Every paragraph in the document, no sections, no marks. */
export function plainWhole(): Way {
  return {
    build: (scroller, sample) => void buildParagraphs(scroller, sample.text),
    add: () => {},
    close: () => {},
  }
}

/** The Highlight API with every range registered. */
export function allRegistered(): Way {
  let paragraphs: readonly PlainParagraph[] = []
  const highlight = new Highlight()
  const register = ({ start, end }: SampleMark) => {
    const from = placeIn(paragraphs, start)
    const to = placeIn(paragraphs, end)
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    highlight.add(range)
  }
  return {
    build(scroller, { text, marks }) {
      paragraphs = buildParagraphs(scroller, text)
      CSS.highlights.set('bench', highlight)
      marks.forEach(register)
    },
    add: register,
    close: () => void CSS.highlights.delete('bench'),
  }
}

/** `<mark>` elements everywhere at once. */
export function elementsWhole(): Way {
  let paragraphs: readonly PlainParagraph[] = []
  const mark = (one: SampleMark) => {
    for (const { start, end, element } of paragraphs) {
      if (start >= one.end) break
      if (end > one.start) wrap(element, Math.max(0, one.start - start), Math.min(end, one.end) - start)
    }
  }
  return {
    build(scroller, { text, marks }) {
      paragraphs = buildParagraphs(scroller, text)
      marks.forEach(mark)
    },
    add: mark,
    close: () => {},
  }
}

interface PlainParagraph {
  readonly start: number
  readonly end: number
  readonly element: HTMLElement
}

export function hostIn(scroller: HTMLElement): HTMLElement {
  const host = document.createElement('div')
  host.className = 'reader-text'
  scroller.append(host)
  return host
}

function buildParagraphs(scroller: HTMLElement, text: string): PlainParagraph[] {
  const host = hostIn(scroller)
  let start = 0
  return text.split('\n').map((line) => {
    const element = document.createElement('p')
    element.append(line)
    host.append(element)
    const paragraph = { start, end: start + line.length, element }
    start += line.length + 1
    return paragraph
  })
}

function placeIn(paragraphs: readonly PlainParagraph[], offset: number): { node: Node; offset: number } {
  const paragraph = paragraphs.findLast(({ start }) => start <= offset)
  const node = paragraph?.element.firstChild
  if (paragraph === undefined || node === null || node === undefined)
    throw new Error(`Nothing stands at ${offset}`)
  return { node, offset: Math.min(offset, paragraph.end) - paragraph.start }
}

/** Wraps a stretch of an element's words, text node by text node. */
function wrap(element: HTMLElement, from: number, to: number): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; at: number }[] = []
  let at = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, at })
    at += (node as Text).data.length
  }
  for (const { node, at } of nodes) {
    const start = Math.max(0, from - at)
    const end = Math.min(node.data.length, to - at)
    if (start >= end) continue
    const piece = start === 0 ? node : node.splitText(start)
    if (end - start < piece.data.length) piece.splitText(end - start)
    const mark = document.createElement('mark')
    mark.className = 'mark-green line-solid'
    piece.replaceWith(mark)
    mark.append(piece)
  }
}
