import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import { useAsk } from '../session/session.tsx'
import { type EditorHandle, NoteEditor } from '../writing/writing.ts'
import { useCardFocus } from './card-focus.ts'
import { noteKeeperOf } from './note-keepers.ts'

/** The note on a highlight. What cannot be saved stays in it, and is tried again until it is. */
export function NoteField({ highlight: { id, note } }: { readonly highlight: Highlight }) {
  const ask = useAsk()
  const [keeper] = useState(() => noteKeeperOf(id, ask))
  const state = useSyncExternalStore(keeper.onState, keeper.state)
  const unsaved = keeper.unsaved()
  const editor = useRef<Pick<EditorHandle, 'focus'>>(null)
  const place = useRef<HTMLDivElement>(null)
  const { wanted, given } = useCardFocus()
  useEffect(() => {
    if (wanted?.highlight !== id || wanted.field !== 'note') return
    editor.current?.focus()
    // The editor brings its caret into view; here the whole field is wanted, on a card that may be longer than the pane.
    place.current?.scrollIntoView({ block: 'nearest' })
    given()
  }, [wanted, id, given])
  return (
    <div className="note-field" ref={place}>
      <NoteEditor
        label="Note"
        note={unsaved === null ? note : unsaved.note}
        onKeep={(kept) => {
          keeper.change({ note: kept })
          keeper.flush()
          return Promise.resolve()
        }}
        handle={editor}
      />
      {state === 'failed' && (
        <p className="note-unsaved" role="alert">
          This note is not saved. It is tried again every few seconds: do not close this window.
        </p>
      )}
    </div>
  )
}
