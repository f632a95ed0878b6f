import type { BlockContent, DefinitionContent, List, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { highlightId } from '#contract/ids.ts'
import type { Block, Inline, ListBlock, ListItem, Prose, TextMark } from '#contract/prose.ts'

/**
 * Markdown as a brief. What prose has no word for keeps its words: a table becomes a line a row, code a line of code,
 * a picture its description; raw HTML stays text.
 */

type MarkdownBlock = RootContent | BlockContent | DefinitionContent

export interface MarkdownBrief {
  /** The first heading of the first level, if the document begins with it: then it is no part of the prose. */
  readonly title: string | null
  readonly prose: Prose
}

export function markdownToBrief(markdown: string): MarkdownBrief {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const [first, ...rest] = root.children
  const hasTitle = first?.type === 'heading' && first.depth === 1
  const title = hasTitle ? wordsOf(first.children).trim() : ''
  const blocks = (hasTitle ? rest : root.children).flatMap(blocksOf)
  return { title: title === '' ? null : title, prose: { version: 1, blocks } }
}

function blocksOf(node: MarkdownBlock): Block[] {
  switch (node.type) {
    case 'heading': {
      // Three levels are enough for a brief; a deeper one is the third.
      const level = node.depth === 1 || node.depth === 2 ? node.depth : 3
      return [{ kind: 'heading', level, inlines: inlinesOf(node.children) }]
    }
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: inlinesOf(node.children) }]
    case 'blockquote':
      return node.children.flatMap(blocksOf).map(asQuote)
    case 'list':
      return [listOf(node)]
    case 'code':
      return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: node.value, marks: ['code'] }] }]
    case 'html':
      return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: node.value }] }]
    case 'table':
      return node.children.map((row) => ({
        kind: 'paragraph',
        inlines: row.children.flatMap((cell, at) =>
          at === 0
            ? inlinesOf(cell.children)
            : [{ kind: 'text' as const, text: ' | ' }, ...inlinesOf(cell.children)],
        ),
      }))
    default:
      // Rules, definitions, front matter: nothing that a reader would read.
      return []
  }
}

function asQuote(block: Block): Block {
  if (block.kind === 'list') return { kind: 'quote', inlines: block.items.flatMap((item) => item.inlines) }
  return { kind: 'quote', inlines: block.inlines }
}

function listOf(node: List): ListBlock {
  return {
    kind: 'list',
    ordered: node.ordered === true,
    items: node.children.map((child): ListItem => {
      const inner = child.children.find((one): one is List => one.type === 'list')
      const inlines = child.children.flatMap((one, at) => {
        if (one.type === 'list') return []
        const own = blocksOf(one).flatMap((block) => (block.kind === 'list' ? [] : block.inlines))
        return at === 0 ? own : [{ kind: 'break' as const }, ...own]
      })
      return inner === undefined ? { inlines } : { inlines, list: listOf(inner) }
    }),
  }
}

function inlinesOf(nodes: readonly PhrasingContent[], marks: readonly TextMark[] = []): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, marks))
}

function inlineOf(node: PhrasingContent, marks: readonly TextMark[]): Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      // A line end inside a paragraph is a space.
      return citationsIn(node.value.replaceAll(/\s*\n\s*/g, ' '), marks)
    case 'strong':
      return inlinesOf(node.children, [...marks, 'bold'])
    case 'emphasis':
      return inlinesOf(node.children, [...marks, 'italic'])
    case 'delete':
      return inlinesOf(node.children, [...marks, 'strike'])
    case 'inlineCode':
      return [asText(node.value, [...marks, 'code'])]
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return [{ kind: 'link', href: node.url, text: wordsOf(node.children) }]
    case 'image':
      return node.alt ? [asText(node.alt, marks)] : []
    case 'linkReference':
      return inlinesOf(node.children, marks)
    default:
      return []
  }
}

/** `[@highlight_7f3]`, or several in one pair of brackets: `[@highlight_7f3; @highlight_8a1]`. */
const citationPattern = /\[(@highlight_[0-9a-z]+(?:\s*[;,]\s*@highlight_[0-9a-z]+)*)\]/g

function citationsIn(value: string, marks: readonly TextMark[]): Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const found of value.matchAll(citationPattern)) {
    if (found.index > at) inlines.push(asText(value.slice(at, found.index), marks))
    for (const [id] of (found[1] ?? '').matchAll(/highlight_[0-9a-z]+/g)) {
      inlines.push({ kind: 'citation', highlight: highlightId.parse(id) })
    }
    at = found.index + found[0].length
  }
  if (at < value.length) inlines.push(asText(value.slice(at), marks))
  return inlines
}

function asText(text: string, marks: readonly TextMark[]): Inline {
  return marks.length === 0 ? { kind: 'text', text } : { kind: 'text', text, marks: [...marks] }
}

function wordsOf(nodes: readonly PhrasingContent[]): string {
  return inlinesOf(nodes)
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('')
}
