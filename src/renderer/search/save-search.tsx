import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { TextField } from '../parts/fields.tsx'
import { showMessage } from '../parts/messages.tsx'
import { type SearchPlace, useAsk, useCommand, usePlace, useReadOnly } from '../session/session.tsx'
import { askedOf } from './asked.ts'
import { filtersOf } from './saved-place.ts'

/** Keeps the search as it stands by a name. */
export function SaveSearch({ place }: { readonly place: SearchPlace }) {
  const [naming, setNaming] = useState<string | null>(null)
  const asked = askedOf(place)
  const disabled = useReadOnly() || asked === null
  const save = useSave(place)
  const begin = () => setNaming(asked?.query ?? '')
  useCommand({
    id: 'search.save',
    title: 'Save this search…',
    group: 'Search',
    keys: ['mod+s'],
    disabled,
    run: begin,
  })
  const keep = () => {
    if (naming === null || naming.trim() === '') return
    setNaming(null)
    save(naming)
  }
  return (
    <>
      <Button onPress={begin} isDisabled={disabled}>
        Save…
      </Button>
      <Dialog
        title="Save this search"
        isOpen={naming !== null}
        onClose={() => setNaming(null)}
        buttons={
          <>
            <Button onPress={() => setNaming(null)}>Cancel</Button>
            <Button tone="primary" onPress={keep} isDisabled={naming?.trim() === ''}>
              Save
            </Button>
          </>
        }
      >
        <TextField
          label="Name"
          value={naming ?? ''}
          onChange={setNaming}
          autoFocus
          description="It stands on the left, with how much is new since you looked last."
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
        />
      </Dialog>
    </>
  )
}

function useSave(place: SearchPlace): (name: string) => void {
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  const save = async (name: string) => {
    const asked = askedOf(place)
    if (asked === null) return
    const { id } = await ask('search.save', { name, query: asked.query, filters: filtersOf(place) })
    go({ ...place, saved: id }, { replace: true })
    showMessage({ tone: 'done', text: `Saved the search “${name.trim()}”` })
  }
  // A failure has been shown.
  return (name) => void save(name).catch(() => {})
}
