import { useState } from 'react'
import type { CallOutput } from '#contract/engine.ts'
import type { ImportOptions } from '#contract/importing.ts'
import type { Rereading } from '#contract/rereading.ts'
import type { Source } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/checkbox.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { showMessage } from '../../parts/messages.tsx'
import { RadioList } from '../../parts/radio-list.tsx'
import { Spinner } from '../../parts/states.tsx'
import { runCommand, useAnswer, useAsk, usePlace, useReadOnly } from '../../session/session.tsx'
import { ColumnsQuestion } from '../import/columns-question.tsx'
import { complaintAboutColumns } from '../import/import-questions.ts'
import { rereadInWords } from './reread-words.ts'

/** A wrong guess at the import is put right from the original bytes: other letters, another order of dates, other columns. */
export function ReadAgain({ source }: { readonly source: Source }) {
  const [open, setOpen] = useState(false)
  const readOnly = useReadOnly()
  if (readOnly) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>Read the original again…</Button>
      {open && <ReadAgainDialog source={source} onClose={() => setOpen(false)} />}
    </>
  )
}

function ReadAgainDialog({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const { data } = useAnswer('sources.readings', { id: source.id })
  const readAgain = useReadAgain()
  const [options, setOptions] = useState<ImportOptions>({})
  const [wholeFile, setWholeFile] = useState(false)
  const complaint = options.columns === undefined ? null : complaintAboutColumns(options.columns)
  const read = async () => {
    onClose()
    await readAgain(source, options, wholeFile)
  }
  return (
    <Dialog
      title="Read the original again"
      isOpen
      size="large"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {/* A failure has been shown. */}
          <Button tone="primary" isDisabled={complaint !== null} onPress={() => void read().catch(() => {})}>
            Read it again
          </Button>
        </>
      }
    >
      <p>
        What you corrected by hand stays. Where marks stand on words that change, the new words become a newer
        version with the marks carried along, and the old ones stay as they are. You can undo this.
      </p>
      {data === undefined ? (
        <Spinner label="Reading the original" />
      ) : (
        <ReadingChoices readings={data} options={options} onChange={setOptions} />
      )}
      {data !== undefined && data.others > 0 && (
        <Checkbox
          label={`Also the ${data.others === 1 ? 'other source' : `${data.others.toLocaleString('en')} other sources`} from this file`}
          isSelected={wholeFile}
          onChange={setWholeFile}
        />
      )}
    </Dialog>
  )
}

interface ReadingChoicesProps {
  readonly readings: CallOutput<'sources.readings'>
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}

function ReadingChoices({ readings: { encodings, table }, options, onChange }: ReadingChoicesProps) {
  const { dateOrder: _, ...withoutOrder } = options
  return (
    <>
      {encodings !== null && encodings.length > 0 && (
        <RadioList
          label="Which letters are right?"
          value={options.encoding ?? null}
          onChange={(encoding) => onChange({ ...options, encoding })}
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
      {table !== null && (
        <ColumnsQuestion
          table={table}
          columns={
            options.columns ?? Object.fromEntries(table.columns.map(({ name, field }) => [name, field]))
          }
          onChange={(columns) => onChange({ ...options, columns })}
        />
      )}
      <RadioList
        label="Dates in numbers, such as 03/04/2025"
        value={options.dateOrder ?? 'as-found'}
        onChange={(order) => onChange(order === 'as-found' ? withoutOrder : { ...options, dateOrder: order })}
        choices={[
          { id: 'as-found', label: 'As the text and the casebook’s settings tell' },
          { id: 'dmy', label: 'Day first: 3 April 2025' },
          { id: 'mdy', label: 'Month first: 4 March 2025' },
          { id: 'ymd', label: 'Year first: 25 April 2003, where it says 03/04/25' },
        ]}
      />
    </>
  )
}

/** Reads it, tells what happened, and goes where the new words are. */
function useReadAgain() {
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  return async ({ id }: Source, options: ImportOptions, wholeFile: boolean) => {
    const told: Rereading = await ask('sources.reread', { id, options, wholeFile })
    const version = told.items.find((one) => one.id === id)?.version ?? null
    if (version !== null) go({ kind: 'source', id: version })
    showMessage({
      tone: 'done',
      text: rereadInWords(told),
      action: { label: 'Undo', run: () => runCommand('edit.undo') },
    })
  }
}
