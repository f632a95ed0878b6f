import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import type { FoundActionsProps } from '../../search/search.tsx'
import { useCommand, useReadOnly } from '../../session/session.tsx'
import { CutNotice, useFoundPlaces } from './found-places.tsx'
import { MarkManyDialog } from './mark-many-dialog.tsx'

/** All passages of a search: looked through, then marked, tagged or linked to entities as one step. */
export function MarkFound({ asked }: FoundActionsProps) {
  const [isOpen, setOpen] = useState(false)
  const readOnly = useReadOnly()
  const open = () => setOpen(true)
  useCommand({
    id: 'search.markAll',
    title: 'Mark all passages found…',
    group: 'Search',
    disabled: readOnly,
    run: open,
  })
  return (
    <>
      <Button tone="quiet" isDisabled={readOnly} onPress={open}>
        Mark all passages…
      </Button>
      {isOpen && <FoundDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}

interface FoundDialogProps extends FoundActionsProps {
  readonly onClose: () => void
}

function FoundDialog({ asked, onClose }: FoundDialogProps) {
  const found = useFoundPlaces(asked)
  return (
    <MarkManyDialog
      title={`Mark all passages of “${asked.query}”`}
      places={found?.places}
      scope={<CutNotice found={found} />}
      onClose={onClose}
    />
  )
}
