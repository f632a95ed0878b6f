import { AutoFocusPlugin } from '@lexical/react/LexicalAutoFocusPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { type Ref, useEffect, useImperativeHandle } from 'react'
import type { Prose } from '#contract/prose.ts'
import { type EditorHandle, handleOf } from './editor-handle.ts'
import { editorTheme } from './editor-theme.ts'
import { InsertButtons } from './insert-buttons.tsx'
import { markdownShortcuts } from './markdown-shortcuts.ts'
import { proseNodes } from './nodes.ts'
import { type ProseLinks, ProseLinksContext } from './prose-links.tsx'
import { $readProse } from './read-prose.ts'
import { type SuggestionSource, Suggestions } from './suggestions.tsx'
import { $writeProse } from './write-prose.ts'
import { WritingKeys } from './writing-keys.tsx'
import { WritingToolbar } from './writing-toolbar.tsx'
import './writing.css'

export interface ProseEditorProps {
  /** Spoken. */
  readonly label: string
  /** What the editor begins with. What comes later is handed in through the handle: the editor owns its words. */
  readonly prose: Prose
  readonly onChange: (prose: Prose) => void
  readonly onBlur?: () => void
  readonly links?: ProseLinks
  /** What `@` and `[[` offer; nothing where it is left out. */
  readonly suggestions?: SuggestionSource
  readonly placeholder?: string
  readonly readOnly?: boolean
  /** For notes: no toolbar, small letters. */
  readonly compact?: boolean
  readonly autoFocus?: boolean
  readonly handle?: Ref<EditorHandle>
}

/** Where the analyst writes: notes and briefs. */
export function ProseEditor(props: ProseEditorProps) {
  const { label, prose, onChange, onBlur, links, suggestions, placeholder = '', readOnly = false } = props
  const editor = (
    <LexicalComposer
      initialConfig={{
        namespace: 'casebook',
        nodes: proseNodes,
        theme: editorTheme,
        editable: !readOnly,
        editorState: () => $writeProse(prose),
        // Thrown on to the page's boundary: words that cannot be shown must not be saved over.
        onError: (error: Error) => {
          throw error
        },
      }}
    >
      <div className="writing" data-compact={props.compact === true || undefined} onBlur={onBlur}>
        {props.compact !== true && !readOnly && <WritingToolbar />}
        {suggestions !== undefined && !readOnly && <InsertButtons />}
        <div className="writing-sheet">
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className="writing-words"
                aria-label={label}
                aria-multiline
                aria-placeholder={placeholder}
                placeholder={<div className="writing-placeholder">{placeholder}</div>}
                dir="auto"
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
        <HistoryPlugin />
        <ListPlugin />
        <LinkPlugin validateUrl={isAddress} />
        <WritingKeys />
        <MarkdownShortcutPlugin transformers={markdownShortcuts} />
        <OnChangePlugin
          ignoreSelectionChange
          ignoreHistoryMergeTagChange
          onChange={(state) => onChange(state.read($readProse))}
        />
        {props.autoFocus === true && <AutoFocusPlugin />}
        {suggestions !== undefined && <Suggestions source={suggestions} />}
        <Handle handle={props.handle} />
        <Editable editable={!readOnly} />
      </div>
    </LexicalComposer>
  )
  return links === undefined ? editor : <ProseLinksContext value={links}>{editor}</ProseLinksContext>
}

function Handle({ handle }: { readonly handle: Ref<EditorHandle> | undefined }) {
  const [editor] = useLexicalComposerContext()
  useImperativeHandle(handle, () => handleOf(editor), [editor])
  return null
}

function Editable({ editable }: { readonly editable: boolean }) {
  const [editor] = useLexicalComposerContext()
  useEffect(() => editor.setEditable(editable), [editor, editable])
  return null
}

function isAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol)
}
