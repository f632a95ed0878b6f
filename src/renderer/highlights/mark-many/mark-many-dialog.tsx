import { type ReactNode, useState } from 'react'
import type { Occurrence } from '#contract/highlights.ts'
import { showMessage } from '../../parts/messages.tsx'
import { useAsk } from '../../session/session.tsx'
import { PlacesDialog, passagesInWords } from './places-dialog.tsx'
import { nothingSaid, type Said, SaidFields } from './said-fields.tsx'

export interface MarkManyDialogProps {
  readonly title: string
  /** Undefined while they are sought. */
  readonly places: readonly Occurrence[] | undefined
  /** What is said of them to begin with. */
  readonly said?: Said
  /** Narrows the places down: above their list. */
  readonly scope?: ReactNode
  readonly onClose: () => void
}

/** Many places looked through in a list, then marked alike: one step, which can be undone. */
export function MarkManyDialog({ title, places, said: first, scope, onClose }: MarkManyDialogProps) {
  const [said, setSaid] = useState(first ?? nothingSaid)
  const mark = useMarkMany(onClose)
  return (
    <PlacesDialog
      title={title}
      places={places}
      scope={scope}
      verb={(count) => `Mark ${passagesInWords(count)}`}
      onTake={(chosen) => mark(chosen, said)}
      onClose={onClose}
    >
      <SaidFields said={said} onChange={setSaid} />
    </PlacesDialog>
  )
}

function useMarkMany(onDone: () => void): (places: readonly Occurrence[], said: Said) => Promise<void> {
  const ask = useAsk()
  const mark = async (places: readonly Occurrence[], said: Said) => {
    const { added } = await ask('highlights.addMany', {
      places: places.map(({ source, start, end }) => ({ source, start, end })),
      type: said.type,
      tags: [...said.tags],
      entities: [...said.entities],
    })
    onDone()
    showMessage({
      tone: 'done',
      text: `Marked ${passagesInWords(added)}`,
      action: { label: 'Undo', run: () => void ask('casebook.undo', {}) },
    })
  }
  // A failure has been shown by `useAsk`; the dialog stays open for another try.
  return (places, said) => mark(places, said).catch(() => {})
}
