import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical'
import { useEffect, useState } from 'react'
import { ToggleIconButton } from '../parts/button.tsx'
import { Toolbar } from '../parts/toolbar.tsx'
import {
  BoldIcon,
  BulletsIcon,
  CodeIcon,
  Heading1Icon,
  Heading2Icon,
  Heading3Icon,
  ItalicIcon,
  NumbersIcon,
  QuotationIcon,
  StrikeIcon,
  UnderlineIcon,
} from './writing-icons.tsx'

/** Above the sheet: how the words at the caret look, and buttons to change it. */
export function WritingToolbar() {
  const [editor] = useLexicalComposerContext()
  const look = useLook(editor)
  const format = (name: TextFormatType) => () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)
  const block = (kind: BlockLook) => () => setBlock(editor, look.block === kind ? 'paragraph' : kind)
  return (
    <Toolbar label="Format">
      <ToggleIconButton
        label="H1, heading"
        keys="mod+alt+1"
        icon={<Heading1Icon />}
        isSelected={look.block === 'h1'}
        onChange={block('h1')}
      />
      <ToggleIconButton
        label="H2, heading"
        keys="mod+alt+2"
        icon={<Heading2Icon />}
        isSelected={look.block === 'h2'}
        onChange={block('h2')}
      />
      <ToggleIconButton
        label="H3, heading"
        keys="mod+alt+3"
        icon={<Heading3Icon />}
        isSelected={look.block === 'h3'}
        onChange={block('h3')}
      />
      <ToggleIconButton
        label="Quotation"
        icon={<QuotationIcon />}
        isSelected={look.block === 'quote'}
        onChange={block('quote')}
      />
      <ToggleIconButton
        label="List"
        icon={<BulletsIcon />}
        isSelected={look.block === 'bullet'}
        onChange={block('bullet')}
      />
      <ToggleIconButton
        label="Numbered list"
        icon={<NumbersIcon />}
        isSelected={look.block === 'number'}
        onChange={block('number')}
      />
      <span className="writing-gap" />
      <ToggleIconButton
        label="Bold"
        keys="mod+b"
        icon={<BoldIcon />}
        isSelected={look.formats.has('bold')}
        onChange={format('bold')}
      />
      <ToggleIconButton
        label="Italic"
        keys="mod+i"
        icon={<ItalicIcon />}
        isSelected={look.formats.has('italic')}
        onChange={format('italic')}
      />
      <ToggleIconButton
        label="Underline"
        keys="mod+u"
        icon={<UnderlineIcon />}
        isSelected={look.formats.has('underline')}
        onChange={format('underline')}
      />
      <ToggleIconButton
        label="Strike through"
        icon={<StrikeIcon />}
        isSelected={look.formats.has('strikethrough')}
        onChange={format('strikethrough')}
      />
      <ToggleIconButton
        label="Code"
        icon={<CodeIcon />}
        isSelected={look.formats.has('code')}
        onChange={format('code')}
      />
    </Toolbar>
  )
}

type BlockLook = 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote' | 'bullet' | 'number'

interface Look {
  readonly block: BlockLook
  readonly formats: ReadonlySet<TextFormatType>
}

const formats = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const satisfies TextFormatType[]
const plain: Look = { block: 'paragraph', formats: new Set() }

function useLook(editor: LexicalEditor): Look {
  const [look, setLook] = useState(plain)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) =>
        setLook((before) => newLook(before, editorState.read($look))),
      ),
    [editor],
  )
  return look
}

/** The same record for the same look: nothing is drawn again while typing. */
function newLook(before: Look, after: Look): Look {
  const same = before.block === after.block && [...before.formats].join() === [...after.formats].join()
  return same ? before : after
}

function $look(): Look {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return plain
  const node = selection.anchor.getNode()
  const list = $findMatchingParent(node, $isListNode)
  const top = node.getTopLevelElement()
  const block = $isListNode(list)
    ? list.getListType() === 'number'
      ? 'number'
      : 'bullet'
    : $isHeadingNode(top)
      ? headingLook(top.getTag())
      : $isQuoteNode(top)
        ? 'quote'
        : 'paragraph'
  return { block, formats: new Set(formats.filter((format) => selection.hasFormat(format))) }
}

function headingLook(tag: string): BlockLook {
  return tag === 'h1' ? 'h1' : tag === 'h2' ? 'h2' : 'h3'
}

/** Makes the blocks at the caret what is asked for. */
export function setBlock(editor: LexicalEditor, kind: BlockLook): void {
  if (kind === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
  else if (kind === 'number') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
  else {
    editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
    editor.update(() => {
      $setBlocksType($getSelection(), () => $newBlock(kind))
    })
  }
}

function $newBlock(kind: Exclude<BlockLook, 'bullet' | 'number'>) {
  if (kind === 'paragraph') return $createParagraphNode()
  return kind === 'quote' ? $createQuoteNode() : $createHeadingNode(kind)
}
