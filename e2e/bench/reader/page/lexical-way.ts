import { $isMarkNode, $wrapSelectionInMarkNode, MarkNode } from '@lexical/mark'
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  createEditor,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import type { SampleMark } from './sample.ts'
import { hostIn, type Way } from './ways.ts'

/** An editor with a MarkNode for each mark, as its own documentation does comments. */
export function lexicalMarks(): Way {
  let editor: LexicalEditor | null = null
  let starts: readonly number[] = []
  return {
    build(scroller, { text, marks }) {
      const made = createEditor({
        nodes: [MarkNode],
        editable: false,
        theme: { mark: 'mark-green line-solid' },
        onError: (error) => {
          throw error
        },
      })
      editor = made
      made.setRootElement(hostIn(scroller))
      const lines = text.split('\n')
      starts = lines.map(
        (
          (sum) => (line: string) =>
            (sum += line.length + 1) - line.length - 1
        )(0),
      )
      made.update(
        () => {
          const root = $getRoot()
          root.append(...lines.map((line) => $createParagraphNode().append($createTextNode(line))))
          for (const mark of marks) $mark(starts, mark)
        },
        { discrete: true },
      )
    },
    add(mark) {
      editor?.update(() => $mark(starts, mark), { discrete: true })
    },
    close: () => editor?.setRootElement(null),
  }
}

/** Paragraph by paragraph, so that finding the text nodes is not what is measured. */
function $mark(starts: readonly number[], { id, start, end }: SampleMark): void {
  const first = Math.max(
    0,
    starts.findLastIndex((at) => at <= start),
  )
  for (let index = first; index < starts.length; index++) {
    const at = starts[index] ?? 0
    const paragraph = $getRoot().getChildAtIndex(index)
    if (at >= end || !$isElementNode(paragraph)) return
    const size = paragraph.getTextContentSize()
    const from = $pointIn(paragraph, Math.max(0, start - at))
    const to = $pointIn(paragraph, Math.min(size, end - at))
    if (from === null || to === null) continue
    const selection = $createRangeSelection()
    selection.anchor.set(from.node.getKey(), from.offset, 'text')
    selection.focus.set(to.node.getKey(), to.offset, 'text')
    $wrapSelectionInMarkNode(selection, false, id)
  }
}

function $pointIn(paragraph: ElementNode, offset: number): { node: TextNode; offset: number } | null {
  let before = 0
  for (const node of paragraph.getAllTextNodes()) {
    const size = node.getTextContentSize()
    if (offset <= before + size) return { node, offset: offset - before }
    before += size
  }
  return null
}

/** How many MarkNodes there are: that they were made at all is checked. */
export function $countMarks(node: LexicalNode = $getRoot()): number {
  const own = $isMarkNode(node) ? 1 : 0
  if ($isTextNode(node) || !$isElementNode(node)) return own
  return node.getChildren().reduce((sum, child) => sum + $countMarks(child), own)
}
