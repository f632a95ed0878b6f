import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type Prose, textOfProse } from '#contract/prose.ts'
import type { EditorHandle } from './editor-handle.ts'
import { useSuggestions } from './find-suggestions.ts'
import { normalProse } from './normal-prose.ts'
import { ProseEditor } from './prose-editor.tsx'

export interface NoteEditorProps {
  readonly label: string
  readonly note: Prose | null
  /** Null: the note was emptied. Where it rejects, what was typed stays and is handed over again at the next chance. */
  readonly onKeep: (note: Prose | null) => Promise<unknown>
  readonly placeholder?: string
  readonly handle?: Ref<Pick<EditorHandle, 'focus'>>
}

/** A short text beside something. It is kept when the field is left, and when the page goes away. */
export function NoteEditor({ label, note, onKeep, placeholder, handle }: NoteEditorProps) {
  const editor = useRef<EditorHandle>(null)
  useImperativeHandle(handle, () => ({ focus: () => editor.current?.focus() }), [])
  const suggestions = useSuggestions()
  const [first] = useState(() => normalProse(note ?? nothing))
  const { isWriting, change, keep } = useDraft(onKeep)
  const stored = JSON.stringify(normalProse(note ?? nothing))
  useEffect(() => {
    // What comes from elsewhere (undo) is shown, unless somebody is writing here.
    if (!isWriting()) editor.current?.replace(JSON.parse(stored) as Prose)
  }, [stored, isWriting])

  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <ProseEditor
        compact
        label={label}
        prose={first}
        onChange={(prose) => change(JSON.stringify(normalProse(prose)) === stored ? null : prose)}
        onBlur={keep}
        suggestions={suggestions}
        handle={editor}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </div>
  )
}

const nothing: Prose = { version: 1, blocks: [] }

/** What was written and is not kept yet; null where there is nothing such. */
function useDraft(onKeep: NoteEditorProps['onKeep']) {
  const draft = useRef<Prose | null>(null)
  const keep = () => {
    const kept = draft.current
    if (kept === null) return
    const isEmpty = textOfProse(kept).trim() === ''
    void handOver(kept, isEmpty ? null : normalProse(kept))
  }
  const handOver = async (kept: Prose, note: Prose | null) => {
    try {
      await onKeep(note)
      if (draft.current === kept) draft.current = null
    } catch {
      // Shown by whoever keeps it.
    }
  }
  const newest = useRef(keep)
  useEffect(() => {
    newest.current = keep
  })
  useEffect(() => {
    const leave = () => newest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  const change = (prose: Prose | null) => {
    draft.current = prose
  }
  const isWriting = useCallback(() => draft.current !== null, [])
  return { isWriting, change, keep }
}
