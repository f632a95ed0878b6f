import { $isListItemNode } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $findMatchingParent } from '@lexical/utils'
import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import { useEffect } from 'react'
import { $isCitationNode } from './citation-node.tsx'
import { setBlock } from './writing-toolbar.tsx'

const deepestList = 4

/**
 * Tab at the beginning of a list item moves it in or out; anywhere else it leaves the editor, as everywhere in the window.
 * Enter on a chosen citation opens it.
 */
export function WritingKeys() {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          KEY_TAB_COMMAND,
          (event) => {
            if (!(event.shiftKey ? $canMoveOut() : $canMoveIn())) return false
            event.preventDefault()
            return editor.dispatchCommand(
              event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
              undefined,
            )
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => $openCitation(editor, event),
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            const block = blockOfKey(event)
            if (block === null) return false
            event.preventDefault()
            setBlock(editor, block)
            return true
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  )
  return null
}

const blocks: Readonly<Record<string, 'paragraph' | 'h1' | 'h2' | 'h3'>> = {
  Digit0: 'paragraph',
  Digit1: 'h1',
  Digit2: 'h2',
  Digit3: 'h3',
}

/** Ctrl+Alt+1 to 3 make a heading, 0 takes it away; by the place of the key, for Alt makes other letters of it. */
function blockOfKey({ ctrlKey, metaKey, altKey, code }: KeyboardEvent) {
  return altKey && (ctrlKey || metaKey) ? (blocks[code] ?? null) : null
}

function $itemAtCaret() {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  const item = $findMatchingParent(node, $isListItemNode)
  if (!$isListItemNode(item) || selection.anchor.offset !== 0) return null
  return item.is(node) || item.getFirstDescendant()?.is(node) === true ? item : null
}

/** An inner list belongs to the item before it: the first item has none to belong to. */
function $canMoveIn(): boolean {
  const item = $itemAtCaret()
  return item !== null && item.getPreviousSibling() !== null && item.getIndent() + 1 < deepestList
}

function $canMoveOut(): boolean {
  const item = $itemAtCaret()
  return item !== null && item.getIndent() > 0
}

function $openCitation(editor: LexicalEditor, event: KeyboardEvent | null): boolean {
  const selection = $getSelection()
  const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : []
  if (!$isCitationNode(node) || others.length > 0) return false
  event?.preventDefault()
  editor.getElementByKey(node.getKey())?.querySelector('button')?.click()
  return true
}
