import type { TextBlock } from '#contract/source.ts'
import type { BlockWriter } from './block-writer.ts'
import { isElement, isWords, type PageElement, type PageNode } from './page.ts'

/** A page's tree as text: what the eye sees as blocks become blocks, the rest flows. */

const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'form',
  'input',
  'button',
  'select',
  'textarea',
])
const blocks: Readonly<Record<string, TextBlock['kind']>> = {
  p: 'paragraph',
  div: 'paragraph',
  section: 'paragraph',
  article: 'paragraph',
  main: 'paragraph',
  header: 'paragraph',
  footer: 'paragraph',
  aside: 'paragraph',
  nav: 'paragraph',
  address: 'paragraph',
  figure: 'paragraph',
  dl: 'paragraph',
  ul: 'paragraph',
  ol: 'paragraph',
  table: 'paragraph',
  details: 'paragraph',
  hr: 'paragraph',
  body: 'paragraph',
  dt: 'list-item',
  dd: 'list-item',
  li: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  pre: 'code',
  tr: 'table',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
}
/** Inside these, a paragraph is still what they are. */
const lasting = new Set<TextBlock['kind']>(['quote', 'list-item', 'caption', 'table'])

export function writePage(root: PageElement, writer: BlockWriter): void {
  writeChildren(root, 'paragraph', writer)
  writer.end()
}

function writeChildren(element: PageElement, kind: TextBlock['kind'], writer: BlockWriter): void {
  for (const child of element.childNodes) writeNode(child, kind, writer)
}

function writeNode(node: PageNode, kind: TextBlock['kind'], writer: BlockWriter): void {
  if (isWords(node)) return writeWords(node.textContent ?? '', kind, writer)
  if (!isElement(node) || silent.has(node.localName)) return
  const own = blocks[node.localName]
  if (own !== undefined)
    return writeBlock(node, lasting.has(kind) && own === 'paragraph' ? kind : own, writer)
  switch (node.localName) {
    case 'br':
      return writer.lineBreak()
    case 'a':
      return writer.link(node.getAttribute('href') ?? '', () => writeChildren(node, kind, writer))
    case 'td':
    case 'th':
      writeChildren(node, kind, writer)
      return writer.exact('\t')
    default:
      return writeChildren(node, kind, writer)
  }
}

function writeWords(words: string, kind: TextBlock['kind'], writer: BlockWriter): void {
  if (!writer.isOpen) {
    if (words.trim() === '') return
    writer.begin(kind)
  }
  if (kind === 'code') writer.exact(words)
  else writer.flow(words)
}

function writeBlock(element: PageElement, kind: TextBlock['kind'], writer: BlockWriter): void {
  // A cell's own paragraphs stay on the row's line.
  if (kind === 'table' && element.localName !== 'tr' && writer.isOpen)
    return writeChildren(element, kind, writer)
  writer.begin(kind, kind === 'heading' ? Number(element.localName.slice(1)) : undefined)
  writeChildren(element, kind, writer)
  writer.end()
}
