import { useState } from 'react'
import type { ImportOptions, Source } from '#contract/sources.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { showMessage } from '../parts/messages.tsx'
import { RadioList } from '../parts/radio-list.tsx'
import { Spinner } from '../parts/states.tsx'
import { runCommand, useAnswer, useAsk, useReadOnly } from '../session/session.tsx'

/** A wrong guess at the import is put right from the original bytes: another encoding, another order of dates. */
export function ReadAgain({ source }: { readonly source: Source }) {
  const [open, setOpen] = useState(false)
  const readOnly = useReadOnly()
  if (readOnly) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>Wrong letters or dates? Read it again…</Button>
      {open && <ReadAgainDialog source={source} onClose={() => setOpen(false)} />}
    </>
  )
}

type Order = 'as-found' | 'dmy' | 'mdy'

function ReadAgainDialog({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const ask = useAsk()
  const { data } = useAnswer('sources.encodings', { id: source.id })
  const [encoding, setEncoding] = useState<string | null>(null)
  const [order, setOrder] = useState<Order>('as-found')
  const encodings = data?.encodings ?? []
  const options: ImportOptions = {
    ...(encoding === null ? {} : { encoding }),
    ...(order === 'as-found' ? {} : { dateOrder: order }),
  }
  const read = async () => {
    onClose()
    const { warnings } = await ask('sources.reread', { id: source.id, options })
    showMessage({
      tone: 'done',
      text: ['Read again from the original.', ...warnings].join(' '),
      action: { label: 'Undo', run: () => runCommand('edit.undo') },
    })
  }
  return (
    <Dialog
      title="Read the original again"
      isOpen
      size="medium"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {/* A failure has been shown. */}
          <Button
            tone="primary"
            isDisabled={Object.keys(options).length === 0}
            onPress={() => void read().catch(() => {})}
          >
            Read it again
          </Button>
        </>
      }
    >
      <p>What you corrected by hand stays. You can undo this.</p>
      {data === undefined && <Spinner label="Reading the original" />}
      {encodings.length > 0 && (
        <RadioList
          label="Which letters are right?"
          value={encoding}
          onChange={setEncoding}
          choices={encodings.map(({ name, sample }) => ({
            id: name,
            label: name,
            detail: (
              <span className="import-sample" dir="auto">
                {sample.slice(0, 160)}
              </span>
            ),
          }))}
        />
      )}
      <RadioList
        label="Dates in numbers, such as 03/04/2025"
        value={order}
        onChange={setOrder}
        choices={[
          { id: 'as-found', label: 'As the text and the casebook’s settings tell' },
          { id: 'dmy', label: 'Day first: 3 April 2025' },
          { id: 'mdy', label: 'Month first: 4 March 2025' },
        ]}
      />
    </Dialog>
  )
}
