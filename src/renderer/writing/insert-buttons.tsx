import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { IconButton } from '../parts/button.tsx'
import { EntitiesIcon, LinkIcon } from '../parts/icons.tsx'
import { Toolbar } from '../parts/toolbar.tsx'

/** Buttons for what is typed as `@` and `[[`: they write the signs, and the list of suggestions opens as it does for keys. */
export function InsertButtons() {
  const [editor] = useLexicalComposerContext()
  return (
    <Toolbar label="Insert">
      <IconButton label="Name an entity (@)" icon={<EntitiesIcon />} onPress={() => write(editor, '@')} />
      <IconButton
        label="Link a passage or a source ([[)"
        icon={<LinkIcon />}
        onPress={() => write(editor, '[[')}
      />
    </Toolbar>
  )
}

/** Signs open the list only at the beginning of a word. */
function write(editor: LexicalEditor, signs: string): void {
  editor.focus(() => {
    editor.update(() => {
      const selection = $getSelection() ?? $getRoot().selectEnd()
      if (!$isRangeSelection(selection)) return
      const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset)
      selection.insertText(/\S$/.test(before) ? ` ${signs}` : signs)
    })
  })
}
