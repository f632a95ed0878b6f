import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from 'lexical'

/** Where the caret stands, told in a way that outlives the nodes: the block, and the letters before it in that block. */
export interface CaretPlace {
  readonly block: number
  readonly letters: number
}

/** @returns null where there is no caret */
export function $caretPlace(): CaretPlace | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const { anchor } = selection
  const node = anchor.getNode()
  const block = node.getTopLevelElement()
  if (block === null) return null
  const start = $isElementNode(node) ? (node.getChildAtIndex(anchor.offset) ?? null) : node
  const letters = $lettersBefore(block, start) + ($isTextNode(node) ? anchor.offset : 0)
  return { block: block.getIndexWithinParent(), letters }
}

/** Puts it where those letters end now; at the end of the block or of the text, where there are fewer. */
export function $restoreCaret({ block: at, letters }: CaretPlace): void {
  const root = $getRoot()
  const block = root.getChildAtIndex(Math.min(at, root.getChildrenSize() - 1))
  if (!$isElementNode(block)) return
  let left = letters
  for (const text of block.getAllTextNodes()) {
    const size = text.getTextContentSize()
    if (left <= size) {
      text.select(left, left)
      return
    }
    left -= size
  }
  block.selectEnd()
}

function $lettersBefore(block: LexicalNode, node: LexicalNode | null): number {
  if (!$isElementNode(block)) return 0
  const texts = block.getAllTextNodes()
  const before = node === null ? texts : texts.filter((text) => text.isBefore(node))
  return before.reduce((sum, text) => sum + text.getTextContentSize(), 0)
}
