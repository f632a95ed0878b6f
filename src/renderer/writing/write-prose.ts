import { $createLinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import type { Block, Inline, ListBlock, Prose } from '#contract/prose.ts'
import { $createCitationNode } from './citation-node.tsx'
import { $createReferenceNode } from './reference-node.tsx'

/** Prose into the editor: replaces all that is there. */
export function $writeProse(prose: Prose): void {
  const root = $getRoot()
  root.clear()
  root.append(...$nodesOfBlocks(prose.blocks))
  // An editor without a block has no place for the caret.
  if (root.isEmpty()) root.append($createParagraphNode())
}

export function $nodesOfBlocks(blocks: readonly Block[]): ElementNode[] {
  return blocks.map($nodeOfBlock)
}

function $nodeOfBlock(block: Block): ElementNode {
  switch (block.kind) {
    case 'paragraph':
      return $createParagraphNode().append(...$nodesOfInlines(block.inlines))
    case 'heading':
      return $createHeadingNode(`h${block.level}`).append(...$nodesOfInlines(block.inlines))
    case 'quote':
      return $createQuoteNode().append(...$nodesOfInlines(block.inlines))
    case 'list':
      return $nodeOfList(block)
  }
}

/** An inner list is an item of its own behind the item it belongs to: so Lexical nests. */
function $nodeOfList({ ordered, items }: ListBlock): ListNode {
  const list = $createListNode(ordered ? 'number' : 'bullet')
  for (const item of items) {
    list.append($createListItemNode().append(...$nodesOfInlines(item.inlines)))
    if (item.list !== undefined) list.append($createListItemNode().append($nodeOfList(item.list)))
  }
  return list
}

export function $nodesOfInlines(inlines: readonly Inline[]): LexicalNode[] {
  return inlines.map($nodeOfInline)
}

function $nodeOfInline(inline: Inline): LexicalNode {
  switch (inline.kind) {
    case 'text': {
      const node = $createTextNode(inline.text)
      for (const mark of inline.marks ?? []) node.toggleFormat(mark === 'strike' ? 'strikethrough' : mark)
      return node
    }
    case 'break':
      return $createLineBreakNode()
    case 'link':
      return $createLinkNode(inline.href).append($createTextNode(inline.text))
    case 'citation':
      return $createCitationNode(inline.highlight)
    case 'entity':
    case 'source':
      return $createReferenceNode(inline)
  }
}
