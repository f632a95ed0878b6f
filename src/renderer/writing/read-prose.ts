import { $isLinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import {
  type Block,
  type Inline,
  type ListBlock,
  type ListItem,
  type Prose,
  type TextMark,
  textMark,
} from '#contract/prose.ts'
import { $isCitationNode } from './citation-node.tsx'
import { joinTexts } from './normal-prose.ts'
import { $isReferenceNode } from './reference-node.tsx'

/** The editor's content as prose. What prose has no word for keeps its words. */
export function $readProse(): Prose {
  return { version: 1, blocks: $getRoot().getChildren().map($blockOf) }
}

function $blockOf(node: LexicalNode): Block {
  if ($isListNode(node)) return $listOf(node)
  const inlines = $isElementNode(node) ? $inlinesOf(node.getChildren()) : []
  if ($isQuoteNode(node)) return { kind: 'quote', inlines }
  if (!$isHeadingNode(node)) return { kind: 'paragraph', inlines }
  const tag = node.getTag()
  return { kind: 'heading', level: tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3, inlines }
}

function $listOf(node: ListNode): ListBlock {
  const items: ListItem[] = []
  for (const child of node.getChildren()) {
    const inner = $isListItemNode(child) ? child.getFirstChild() : null
    if ($isListNode(inner)) $hangUnder(items, $listOf(inner))
    else items.push({ inlines: $isElementNode(child) ? $inlinesOf(child.getChildren()) : [] })
  }
  return { kind: 'list', ordered: node.getListType() === 'number', items }
}

/** An inner list belongs to the item before it; one without such an item gets an empty one. */
function $hangUnder(items: ListItem[], list: ListBlock): void {
  const last = items.at(-1)
  if (last === undefined || last.list !== undefined) items.push({ inlines: [], list })
  else last.list = list
}

function $inlinesOf(nodes: readonly LexicalNode[]): Inline[] {
  return joinTexts(nodes.flatMap($inlineOf))
}

function $inlineOf(node: LexicalNode): Inline[] {
  if ($isCitationNode(node)) return [{ kind: 'citation', highlight: node.getHighlight() }]
  if ($isReferenceNode(node)) return [node.getReference()]
  if ($isLineBreakNode(node)) return [{ kind: 'break' }]
  if ($isTextNode(node)) return [textOf(node)]
  if ($isLinkNode(node)) return [{ kind: 'link', href: node.getURL(), text: node.getTextContent() }]
  return $isElementNode(node) ? $inlinesOf(node.getChildren()) : []
}

function textOf(node: TextNode): Inline {
  const marks = textMark.options.filter((mark) => node.hasFormat(formatOf(mark)))
  const text = node.getTextContent()
  return marks.length === 0 ? { kind: 'text', text } : { kind: 'text', text, marks }
}

function formatOf(mark: TextMark): 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' {
  return mark === 'strike' ? 'strikethrough' : mark
}
