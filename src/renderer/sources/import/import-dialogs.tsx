import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/fields.tsx'
import { RadioList } from '../../parts/radio-list.tsx'
import { ProgressBar } from '../../parts/states.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportReportDialog } from './import-report.tsx'
import { ImportSettings } from './import-settings.tsx'
import { type ImportStage, useImport, useImportStore } from './import-store.ts'
import './import.css'

/** What the analyst sees of an import: the pasted text, the progress, what the files leave open, the report. One in the window. */
export function ImportDialogs() {
  const { stage, hidden, set } = useImportStore()
  const close = () => set({ kind: 'none' })
  switch (stage.kind) {
    case 'none':
      return null
    case 'settings':
      return <ImportSettings onClose={close} />
    case 'paste':
      return <PasteDialog pasted={stage} onClose={close} />
    case 'running':
      return hidden ? null : <ProgressDialog running={stage} />
    case 'preview':
      return <ImportPreview preview={stage} onClose={close} />
    case 'done':
      return <ImportReportDialog done={stage} onClose={close} />
  }
}

interface PasteDialogProps {
  readonly pasted: Extract<ImportStage, { kind: 'paste' }>
  readonly onClose: () => void
}

function PasteDialog({ pasted, onClose }: PasteDialogProps) {
  const { start } = useImport()
  const [text, setText] = useState(pasted.text)
  const [name, setName] = useState('')
  const [formatting, setFormatting] = useState<'kept' | 'dropped'>('kept')
  // Markup belongs to the words it came with: once they are changed, the words alone count.
  const changed = text !== pasted.text
  const importIt = () => {
    const html = pasted.html !== null && !changed && formatting === 'kept' ? { html: pasted.html } : {}
    const title = name.trim() === '' ? {} : { name: name.trim() }
    onClose()
    start([{ kind: 'paste', text, ...html, ...title }])
  }
  return (
    <Dialog
      title="Import pasted text"
      isOpen
      size="medium"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isDisabled={text.trim() === ''} onPress={importIt}>
            Import
          </Button>
        </>
      }
    >
      <TextField
        label="Text of the article"
        multiline
        value={text}
        onChange={setText}
        autoFocus
        placeholder="Paste the whole article here, headline and byline included."
      />
      {pasted.html !== null && <Formatting changed={changed} value={formatting} onChange={setFormatting} />}
      <TextField
        label="Where it comes from (optional)"
        description="A name to find it by, such as the address of the page. It is not taken as its title."
        value={name}
        onChange={setName}
      />
    </Dialog>
  )
}

interface FormattingProps {
  readonly changed: boolean
  readonly value: 'kept' | 'dropped'
  readonly onChange: (value: 'kept' | 'dropped') => void
}

function Formatting({ changed, value, onChange }: FormattingProps) {
  if (changed)
    return <p className="import-why">You have changed the words: they come in without their formatting.</p>
  return (
    <RadioList
      label="What was copied has formatting"
      value={value}
      onChange={onChange}
      choices={[
        { id: 'kept', label: 'Use it', detail: 'Headings, lists, quotations and links are told by it.' },
        { id: 'dropped', label: 'Take the words alone' },
      ]}
    />
  )
}

function ProgressDialog({ running }: { readonly running: Extract<ImportStage, { kind: 'running' }> }) {
  const hide = useImportStore((state) => state.hide)
  const { doing, progress, elapsed, cancel, cancelling } = running
  const title = doing === 'looking' ? 'Looking at the files' : 'Importing'
  return (
    <Dialog
      title={title}
      isOpen
      onClose={() => hide(true)}
      buttons={
        <>
          <Button onPress={() => hide(true)}>Go on in the background</Button>
          <Button isDisabled={cancelling} onPress={cancel}>
            {cancelling ? 'Stopping…' : 'Stop'}
          </Button>
        </>
      }
    >
      <p className="import-name one-line" aria-live="polite">
        <bdi>{progress.label === '' ? 'Reading what was chosen…' : progress.label}</bdi>
      </p>
      <ProgressBar label={title} done={progress.done} total={progress.total} />
      <p className="import-rate">{progressInWords(progress.done, progress.total, elapsed)}</p>
    </Dialog>
  )
}

/** `elapsed` in milliseconds. */
export function progressInWords(done: number, total: number | null, elapsed: number): string {
  const count =
    total === null
      ? done.toLocaleString('en')
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  const seconds = elapsed / 1_000
  if (done === 0 || seconds < 1) return count
  const rate = done / seconds
  const rateWords =
    rate >= 10 ? `${Math.round(rate).toLocaleString('en')} a second` : `${(rate * 60).toFixed(0)} a minute`
  if (total === null) return `${count} · ${rateWords}`
  return `${count} · ${rateWords} · ${timeLeft((total - done) / rate)}`
}

function timeLeft(seconds: number): string {
  if (seconds < 5) return 'nearly done'
  return seconds < 90
    ? `about ${Math.ceil(seconds / 5) * 5} s left`
    : `about ${Math.ceil(seconds / 60)} min left`
}
