import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  HISTORIC_TAG,
  type LexicalEditor,
  type RangeSelection,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical'
import type { HighlightId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import { $caretPlace, $restoreCaret } from './caret-place.ts'
import { $createCitationNode } from './citation-node.tsx'
import { quotation } from './quotation.ts'
import { $nodesOfBlocks, $writeProse } from './write-prose.ts'

/** What a page may do with an editor from outside. */
export interface EditorHandle {
  /** A citation at the caret; at the end, where there is none. */
  readonly cite: (highlight: HighlightId) => void
  /** A block with the words as they stand in the source, and the citation behind them. */
  readonly quote: (words: string, highlight: HighlightId) => void
  /** Other words, from outside. The caret stays with the letters before it; what was undone here cannot be redone. */
  readonly replace: (prose: Prose) => void
  readonly focus: () => void
}

export function handleOf(editor: LexicalEditor): EditorHandle {
  return {
    cite: (highlight) => {
      editor.update(() => {
        $caret()
        $insertNodes([$createCitationNode(highlight)])
      })
      editor.focus()
    },
    quote: (words, highlight) => {
      editor.update(() => $insertQuotation(words, highlight))
      editor.focus()
    },
    replace: (prose) => replaceWords(editor, prose),
    focus: () => editor.focus(),
  }
}

function replaceWords(editor: LexicalEditor, prose: Prose): void {
  const root = editor.getRootElement()
  const isWriting = root?.contains(document.activeElement) === true
  editor.update(
    () => {
      const place = $caretPlace()
      $writeProse(prose)
      if (place !== null) $restoreCaret(place)
    },
    { tag: isWriting ? [HISTORIC_TAG] : [HISTORIC_TAG, SKIP_DOM_SELECTION_TAG], discrete: true },
  )
  // The editor's own steps back lead to words that are no longer those of the casebook.
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
}

function $caret(): RangeSelection {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection : $getRoot().selectEnd()
}

/** Behind the block with the caret, which an empty paragraph gives its place to; writing goes on below. */
function $insertQuotation(words: string, highlight: HighlightId): void {
  const block = $caret().anchor.getNode().getTopLevelElement()
  const below = $createParagraphNode()
  const nodes = [...$nodesOfBlocks([quotation(words, highlight)]), below]
  if (block === null) $getRoot().append(...nodes)
  else {
    for (const node of nodes.toReversed()) block.insertAfter(node)
    if (block.getType() === 'paragraph' && block.isEmpty()) block.remove()
  }
  below.select()
}
