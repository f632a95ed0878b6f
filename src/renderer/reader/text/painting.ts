import { type Mark, type Segment } from './segments.ts'

/**
 * Fills a paragraph's element with its words and, round them, the marks. The words stay one after another in text
 * nodes without anything between them: offsets inside the element are offsets on the text, and Arabic letters keep joining
 * across the ends of marks.
 */
export function paintSegments(element: Element, text: string, segments: readonly Segment[]): void {
  const page = element.ownerDocument
  const open: { mark: Mark; element: Element }[] = []
  const painted = page.createDocumentFragment()
  for (const { start, end, marks } of segments) {
    const shared = sharedDepth(open, marks)
    open.length = shared
    for (const mark of marks.slice(shared)) {
      const around = open.at(-1)?.element ?? painted
      const piece = markElement(page, mark, open.length)
      around.append(piece)
      open.push({ mark, element: piece })
    }
    const inner = open.at(-1)?.element ?? painted
    inner.append(page.createTextNode(text.slice(start, end)))
  }
  element.replaceChildren(painted)
}

/** What a paragraph looks like, as one string: painted again only where this differs. */
export function signatureOf(segments: readonly Segment[]): string {
  return segments
    .map(
      ({ end, marks }) => `${end}:${marks.map((mark) => `${mark.id} ${mark.look} ${mark.label}`).join('|')}`,
    )
    .join('\n')
}

/** The ids of the marks round a node, the innermost first. */
export function markIdsAround(node: Node | null): string[] {
  const ids: string[] = []
  let element = node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null)
  while (element !== null) {
    const id = element.getAttribute('data-mark')
    if (id !== null && !ids.includes(id)) ids.push(id)
    element = element.parentElement
  }
  return ids
}

// Underlines of deeper marks hang lower, so that a pile shows each of its lines; more than four would run into the next line.
const deepestLine = 3

function markElement(page: Document, mark: Mark, depth: number): Element {
  const element = page.createElement('mark')
  element.className = `${mark.look} depth-${Math.min(depth, deepestLine)}`
  element.setAttribute('data-mark', mark.id)
  if (mark.label !== '') element.setAttribute('aria-description', mark.label)
  return element
}

function sharedDepth(open: readonly { mark: Mark }[], marks: readonly Mark[]): number {
  let depth = 0
  while (depth < open.length && depth < marks.length && open[depth]?.mark === marks[depth]) depth++
  return depth
}
