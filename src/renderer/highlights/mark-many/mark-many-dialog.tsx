import { type ReactNode, useState } from 'react'
import type { Occurrence } from '#contract/highlights.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { showMessage } from '../../parts/messages.tsx'
import { EmptyState, Spinner } from '../../parts/states.tsx'
import { useAsk } from '../../session/session.tsx'
import { type PlaceKey, taken } from './places.ts'
import { PlacesList } from './places-list.tsx'
import { nothingSaid, type Said, SaidFields } from './said-fields.tsx'
import './mark-many.css'

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

const none: ReadonlySet<PlaceKey> = new Set()

/** Many places looked through in a list, then marked alike: one step, which can be undone. */
export function MarkManyDialog({ title, places, said: first, scope, onClose }: MarkManyDialogProps) {
  const [leftOut, setLeftOut] = useState(none)
  const [said, setSaid] = useState(first ?? nothingSaid)
  const mark = useMarkMany(onClose)
  const chosen = taken(places ?? [], leftOut)
  return (
    <Dialog
      title={title}
      isOpen
      size="large"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isDisabled={chosen.length === 0} onPress={() => mark(chosen, said)}>
            {chosen.length === 1 ? 'Mark 1 passage' : `Mark ${chosen.length.toLocaleString('en')} passages`}
          </Button>
        </>
      }
    >
      <div className="mark-many">
        <div className="mark-many-places">
          {scope}
          <Places places={places} leftOut={leftOut} onLeaveOut={setLeftOut} />
        </div>
        <SaidFields said={said} onChange={setSaid} />
      </div>
    </Dialog>
  )
}

interface PlacesProps {
  readonly places: readonly Occurrence[] | undefined
  readonly leftOut: ReadonlySet<PlaceKey>
  readonly onLeaveOut: (leftOut: ReadonlySet<PlaceKey>) => void
}

function Places({ places, leftOut, onLeaveOut }: PlacesProps) {
  if (places === undefined) return <Spinner label="Looking for the words" />
  if (places.length === 0)
    return <EmptyState title="Nowhere">These words stand in no text that was asked for.</EmptyState>
  return <PlacesList label="Places to mark" places={places} leftOut={leftOut} onLeaveOut={onLeaveOut} />
}

function useMarkMany(onDone: () => void): (places: readonly Occurrence[], said: Said) => void {
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
      text: added === 1 ? 'Marked 1 passage' : `Marked ${added.toLocaleString('en')} passages`,
      action: { label: 'Undo', run: () => void ask('casebook.undo', {}) },
    })
  }
  // A failure has been shown by `useAsk`; the dialog stays open for another try.
  return (places, said) => void mark(places, said).catch(() => {})
}
