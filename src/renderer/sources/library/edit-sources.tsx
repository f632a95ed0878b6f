import { useState } from 'react'
import type { Metadata, MetadataField } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { Select } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/fields.tsx'
import { showMessage } from '../../parts/messages.tsx'
import { Spinner } from '../../parts/states.tsx'
import { runCommand, useAsk } from '../../session/session.tsx'
import { complaintAbout, countOf, dateFields, fieldWords, metadataFields } from '../source-words.ts'
import type { Meant } from './chosen-sources.ts'

interface EditSourcesProps {
  readonly meant: Meant
  readonly count: number
  readonly onClose: () => void
}

/** One value for one field of many sources; one step that can be undone. An empty value says that it is not stated. */
export function EditSources({ meant, count, onClose }: EditSourcesProps) {
  const ask = useAsk()
  const [field, setField] = useState<MetadataField>('publisher')
  const [value, setValue] = useState('')
  const [saving, setSaving] = useState(false)
  const trimmed = value.trim()
  const complaint = complaintAbout(field, trimmed)

  const save = async () => {
    setSaving(true)
    const set: Partial<Metadata> = { [field]: trimmed === '' ? null : trimmed }
    const { changed } = await ask('sources.edit', { ...meant, set })
    onClose()
    showMessage({
      tone: 'done',
      text: `Corrected the ${fieldWords[field].toLowerCase()} of ${countOf(changed, 'source')}`,
      action: { label: 'Undo', run: () => runCommand('edit.undo') },
    })
  }

  // A failure has been shown; nothing was changed, and the dialog stays for another try.
  const trySave = () => void save().catch(() => setSaving(false))

  return (
    <Dialog
      title={`Correct ${countOf(count, 'source')}`}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isDisabled={complaint !== null} isPending={saving} onPress={trySave}>
            {trimmed === ''
              ? `Clear ${fieldWords[field].toLowerCase()}`
              : `Set ${fieldWords[field].toLowerCase()}`}
          </Button>
        </>
      }
    >
      <Select
        label="Field"
        choices={metadataFields.map((id) => ({ id, label: fieldWords[id] }))}
        value={field}
        onChange={setField}
      />
      <TextField
        label="Value for all of them"
        value={value}
        onChange={setValue}
        error={complaint}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && complaint === null && !saving) trySave()
        }}
        description={
          dateFields.has(field)
            ? 'A day, a month or a year: 2025-11-07, 2025-11, 2025.'
            : 'Leave it empty to say that the articles do not state it.'
        }
      />
      {saving && <Spinner label={`Correcting ${countOf(count, 'source')}: all of them or none`} />}
    </Dialog>
  )
}
