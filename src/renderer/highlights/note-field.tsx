import { useEffect, useRef } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import { useAsk } from '../session/session.tsx'
import { type EditorHandle, NoteEditor } from '../writing/writing.ts'
import { useCardFocus } from './card-focus.ts'

/** The note on a highlight. */
export function NoteField({ highlight: { id, note } }: { readonly highlight: Highlight }) {
  const ask = useAsk()
  const editor = useRef<Pick<EditorHandle, 'focus'>>(null)
  const { wanted, given } = useCardFocus()
  useEffect(() => {
    if (wanted?.highlight !== id || wanted.field !== 'note') return
    editor.current?.focus()
    given()
  }, [wanted, id, given])
  return (
    <NoteEditor
      label="Note"
      note={note}
      onKeep={(kept) => ask('highlights.change', { ids: [id], set: { note: kept } })}
      handle={editor}
    />
  )
}
