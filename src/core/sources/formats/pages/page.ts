import { DOMParser, parseHTML } from 'linkedom'
import { leaveOutListeners } from './bare-nodes.ts'

/** What Casebook uses of a page's tree. `core` has no DOM: linkedom brings one, and this is the part of it we rely on. */

leaveOutListeners()

export interface PageNode {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

export interface PageElement extends PageNode {
  readonly localName: string
  readonly parentElement: PageElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
}

/** Runs no script and fetches nothing: linkedom has neither. */
export function readPage(html: string): PageDocument {
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`
  // linkedom's document has all of these; its types speak of a DOM that this room does not have.
  const document: unknown = parseHTML(whole).document
  return document as PageDocument
}

/** XML with its names as they are. Entities of its own are not unfolded: linkedom knows none. */
export function readXml(xml: string): PageElement {
  const document: unknown = new DOMParser().parseFromString(xml, 'text/xml')
  return document as PageElement
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

export function isWords(node: PageNode): boolean {
  return node.nodeType === 3
}
