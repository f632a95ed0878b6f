import { isElement, isWords, type PageDocument, type PageElement, type PageNode } from './page.ts'

/** A page's tree as its tags were written becomes one with a single `html`, `head` and `body`, as browsers make it. */

/** Whether each of the three tags stands where it belongs, and nothing beside them. `markup`: what the page was made of. */
export function isWhole(page: PageDocument, markup: string): boolean {
  const top = [...page.childNodes].filter(saysSomething)
  const [html] = top
  if (html === undefined || top.length > 1 || !isNamed(html, 'html')) return false
  const inner = [...html.childNodes].filter(saysSomething)
  const body = inner.at(-1)
  const isInOrder =
    body !== undefined && isNamed(body, 'body') && inner.slice(0, -1).every((node) => isNamed(node, 'head'))
  return isInOrder && (markup.match(shellTags)?.length ?? 0) === inner.length + 1
}

const shellTags = /<(?:html|head|body)[\s/>]/gi

/**
 * Moves what a page says into an empty one: the tags may be left out or stand twice, and something may stand before or behind them.
 * @param empty has the three, and nothing in them
 */
export function moveInto(empty: PageDocument, written: PageDocument): void {
  const [html, head, body] = [shellOf(empty, 'html'), shellOf(empty, 'head'), shellOf(empty, 'body')]
  for (const shell of [html, body])
    for (const { name, value } of written.querySelector(shell.localName)?.attributes ?? [])
      shell.setAttribute(name, value)
  // All of them first: a node that is moved is not where the next one is looked for.
  const nodes = [...unwrapped(written.childNodes)]
  let hasBegun = false
  for (const { node, isHead } of nodes) {
    const leads: boolean = mayLead(node) && (isHead || !hasBegun)
    hasBegun ||= !leads
    const side = leads ? head : body
    side.append(node)
  }
  for (const inner of body.querySelectorAll('html, head, body')) {
    if (inner.localName === 'head') head.append(...[...inner.childNodes].filter(mayLead))
    inner.replaceWith(...inner.childNodes)
  }
}

function shellOf(page: PageDocument, name: string): PageElement {
  const shell = page.querySelector(name)
  if (shell === null) throw new Error(`an empty page without ${name}`)
  return shell
}

/** What stands in the shells of a page, in order, and whether in a head. */
function* unwrapped(
  nodes: Iterable<PageNode>,
  isHead = false,
): Generator<{ readonly node: PageNode; readonly isHead: boolean }> {
  for (const node of nodes)
    if (isElement(node) && shells.has(node.localName))
      yield* unwrapped(node.childNodes, isHead || node.localName === 'head')
    else if (isElement(node) || isWords(node)) yield { node, isHead }
}

const shells: ReadonlySet<string> = new Set(['html', 'head', 'body'])
const leading: ReadonlySet<string> = new Set([
  'base',
  'link',
  'meta',
  'noscript',
  'script',
  'style',
  'template',
  'title',
])

/** What belongs to a head: to one that has no tag of its own as long as nothing else has come. */
function mayLead(node: PageNode): boolean {
  return isElement(node) ? leading.has(node.localName) : !saysSomething(node)
}

function saysSomething(node: PageNode): boolean {
  return isElement(node) || (isWords(node) && (node.textContent ?? '').trim() !== '')
}

function isNamed(node: PageNode, name: string): boolean {
  return isElement(node) && node.localName === name
}
