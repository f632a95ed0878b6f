import type { Span } from '#contract/source.ts'
import { paragraphIndexAt } from './paragraphs.ts'

/**
 * Between places in the document and offsets on the text. Each element holds exactly the words of its paragraph; what
 * lies between two paragraphs is in no element.
 */
export interface PlacedText {
  readonly paragraphs: readonly Span[]
  /** The element of each paragraph, in the same order; none yet where a section has not been built. */
  readonly elements: readonly (Element | undefined)[]
  readonly indexOf: ReadonlyMap<Node, number>
}

export interface Point {
  readonly node: Node
  readonly offset: number
}

/** The offset on the text of a place in the document; a place between paragraphs belongs to the next one. */
export function offsetOfPoint(placed: PlacedText, { node, offset }: Point): number {
  const index = indexOfParagraphAround(placed, node) ?? -1
  const paragraph = placed.paragraphs[index]
  const element = placed.elements[index]
  if (paragraph === undefined || element === undefined) return offsetOfOutsidePoint(placed, node, offset)
  return paragraph.start + unitsBefore(element, node, offset)
}

/**
 * The place of an offset. At the seam of two text nodes the one that the range goes on into: `side` says whether
 * the offset begins something or ends it.
 */
export function pointOfOffset(placed: PlacedText, offset: number, side: 'start' | 'end'): Point | null {
  const index = indexFor(placed.paragraphs, offset, side)
  const paragraph = placed.paragraphs[index]
  const element = placed.elements[index]
  if (paragraph === undefined || element === undefined) return null
  const inside = Math.max(0, Math.min(offset, paragraph.end) - paragraph.start)
  return pointInside(element, inside, side)
}

function indexFor(paragraphs: readonly Span[], offset: number, side: 'start' | 'end'): number {
  const index = paragraphIndexAt(paragraphs, offset)
  const paragraph = paragraphs[index]
  if (paragraph === undefined) return -1
  const last = paragraphs.length - 1
  if (side === 'start') return offset > paragraph.end && index < last ? index + 1 : index
  return offset === paragraph.start && index > 0 ? index - 1 : index
}

function pointInside(element: Element, inside: number, side: 'start' | 'end'): Point {
  let before = 0
  let last: Text | null = null
  for (const node of textNodes(element)) {
    const end = before + node.data.length
    if (side === 'start' ? inside < end : inside <= end) return { node, offset: inside - before }
    before = end
    last = node
  }
  return last === null ? { node: element, offset: 0 } : { node: last, offset: last.data.length }
}

/** Counts the words before a place from the inside out: earlier siblings, then those of the element round them. */
function unitsBefore(element: Element, node: Node, offset: number): number {
  let units = node.nodeType === textNode ? offset : 0
  if (node.nodeType !== textNode) {
    for (let child = 0; child < offset; child++) units += lengthOf(node.childNodes[child])
  }
  for (let inner = node; inner !== element && inner.parentNode !== null; inner = inner.parentNode) {
    for (let before = inner.previousSibling; before !== null; before = before.previousSibling)
      units += lengthOf(before)
  }
  return units
}

function lengthOf(node: Node | undefined): number {
  return node?.textContent?.length ?? 0
}

function indexOfParagraphAround({ indexOf }: PlacedText, node: Node): number | undefined {
  for (let around: Node | null = node; around !== null; around = around.parentNode) {
    const index = indexOf.get(around)
    if (index !== undefined) return index
  }
  return undefined
}

function offsetOfOutsidePoint({ paragraphs, indexOf }: PlacedText, node: Node, offset: number): number {
  let next = node.childNodes[offset] ?? afterAllOf(node)
  while (next !== null) {
    const index = indexOf.get(next)
    if (index !== undefined) return paragraphs[index]?.start ?? 0
    next = next.firstChild ?? afterAllOf(next)
  }
  return paragraphs.at(-1)?.end ?? 0
}

function afterAllOf(node: Node): Node | null {
  let around: Node | null = node
  while (around !== null && around.nextSibling === null) around = around.parentNode
  return around?.nextSibling ?? null
}

const textNode = 3
const showText = 4

function* textNodes(element: Element): Generator<Text> {
  const walker = element.ownerDocument.createTreeWalker(element, showText)
  let node = walker.nextNode()
  while (node !== null) {
    yield node as Text
    node = walker.nextNode()
  }
}
