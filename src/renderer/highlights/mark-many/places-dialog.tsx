import { type ReactNode, useState } from 'react'
import type { Occurrence } from '#contract/highlights.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { EmptyState, Spinner } from '../../parts/states.tsx'
import { type PlaceKey, taken } from './places.ts'
import { PlacesList } from './places-list.tsx'
import './mark-many.css'

export interface PlacesDialogProps {
  readonly title: string
  /** Undefined while they are sought. */
  readonly places: readonly Occurrence[] | undefined
  /** Narrows the places down: above their list. */
  readonly scope?: ReactNode
  /** What the button says it does with so many passages: `Mark 3 passages`. */
  readonly verb: (count: number) => string
  /** False as long as it is not said what shall be done with them. */
  readonly isReady?: boolean
  /** Settles once it is done or has failed: until then the button waits, for thousands of places take a while. */
  readonly onTake: (places: readonly Occurrence[]) => Promise<void>
  readonly onClose: () => void
  /** Beside the list: what shall be said of the passages. */
  readonly children: ReactNode
}

const none: ReadonlySet<PlaceKey> = new Set()

/** Many places looked through in a list, some of them left out, before something is done with the others. */
export function PlacesDialog(props: PlacesDialogProps) {
  const { title, places, scope, verb, isReady = true, onTake, onClose, children } = props
  const [leftOut, setLeftOut] = useState(none)
  const [isTaking, setTaking] = useState(false)
  const chosen = taken(places ?? [], leftOut)
  const take = async () => {
    setTaking(true)
    await onTake(chosen)
    setTaking(false)
  }
  return (
    <Dialog
      title={title}
      isOpen
      size="large"
      onClose={onClose}
      buttons={
        <>
          <Button isDisabled={isTaking} onPress={onClose}>
            Cancel
          </Button>
          <Button
            tone="primary"
            isDisabled={chosen.length === 0 || !isReady}
            isPending={isTaking}
            onPress={() => void take()}
          >
            {isTaking ? 'One moment…' : verb(chosen.length)}
          </Button>
        </>
      }
    >
      <div className="mark-many">
        <div className="mark-many-places">
          {scope}
          <Places places={places} leftOut={leftOut} onLeaveOut={setLeftOut} />
        </div>
        {children}
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

/** `1 passage`, `1,200 passages`. */
export function passagesInWords(count: number): string {
  return count === 1 ? '1 passage' : `${count.toLocaleString('en')} passages`
}
