import { ConfirmDialog } from '../../parts/dialog.tsx'
import { showMessage } from '../../parts/messages.tsx'
import { runCommand, useAsk } from '../../session/session.tsx'
import { countOf } from '../source-words.ts'
import { type Meant, nothingChosen } from './chosen-sources.ts'
import { useLibrary } from './library-store.ts'

interface DeleteSourcesProps {
  readonly meant: Meant
  readonly count: number
  readonly onClose: () => void
}

export function DeleteSources({ meant, count, onClose }: DeleteSourcesProps) {
  const ask = useAsk()
  const { choose, show } = useLibrary()
  const confirm = async () => {
    onClose()
    const { deleted } = await ask('sources.delete', meant)
    choose(nothingChosen)
    show(null)
    showMessage({
      tone: 'done',
      text: `Deleted ${countOf(deleted, 'source')}`,
      action: { label: 'Undo', run: () => runCommand('edit.undo') },
    })
  }
  return (
    <ConfirmDialog
      title={`Delete ${countOf(count, 'source')}?`}
      isOpen
      confirmLabel={`Delete ${countOf(count, 'source')}`}
      tone="danger"
      // A failure has been shown.
      onConfirm={() => void confirm().catch(() => {})}
      onCancel={onClose}
    >
      <p>Their highlights go with them. You can undo this, also after a restart.</p>
    </ConfirmDialog>
  )
}
