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
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  append(...nodes: PageNode[]): void
  replaceWith(...nodes: PageNode[]): void
  setAttribute(name: string, value: string): void
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
}

/** Markup as its tags were written: `read-page.ts` makes a page of it. Runs no script and fetches nothing: linkedom has neither. */
export function treeOf(html: string): PageDocument {
  // linkedom's types speak of a DOM that this room does not have.
  const document: unknown = parseHTML(html).document
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
