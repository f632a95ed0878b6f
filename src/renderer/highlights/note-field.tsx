import { useEffect, useRef, useState } from 'react'
import type { Highlight } from '#contract/highlights.ts'
import { proseFromText, textOfProse } from '#contract/prose.ts'
import { TextField } from '../parts/fields.tsx'
import { useAsk } from '../session/session.tsx'
import { useCardFocus } from './card-focus.ts'

/** The note on a highlight. It is kept when the field is left, and when the page goes away. */
export function NoteField({ highlight: { id, note } }: { readonly highlight: Highlight }) {
  const stored = note === null ? '' : textOfProse(note)
  const [draft, setDraft] = useState<string | null>(null)
  const ask = useAsk()
  const place = useRef<HTMLDivElement>(null)
  const { wanted, given } = useCardFocus()

  useEffect(() => {
    if (wanted?.highlight !== id || wanted.field !== 'note') return
    place.current?.querySelector('textarea')?.focus()
    given()
  }, [wanted, id, given])

  const keep = () => {
    if (draft === null || draft === stored) return
    const words = draft.trim()
    ask('highlights.change', { ids: [id], set: { note: words === '' ? null : proseFromText(words) } }).then(
      () => setDraft(null),
      // Shown by `useAsk`. What was typed stays in the field, to be kept at the next chance.
      () => {},
    )
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

  return (
    <div ref={place}>
      <TextField label="Note" multiline value={draft ?? stored} onChange={setDraft} onBlur={keep} />
    </div>
  )
}
