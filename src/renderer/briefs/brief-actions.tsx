import { useState } from 'react'
import type { Brief } from '#contract/briefs.ts'
import { MoreIcon, TrashIcon } from '../parts/icons.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { showMessage } from '../parts/messages.tsx'
import { useAsk, useCommand, usePlace } from '../session/session.tsx'

/** What can be done with a brief as a whole, beside exporting it. */
export function BriefActions({ brief: { id, title } }: { readonly brief: Brief }) {
  const ask = useAsk()
  const go = usePlace((state) => state.go)
  const [isDeleting, setDeleting] = useState(false)
  const remove = async () => {
    setDeleting(true)
    try {
      await ask('briefs.delete', { ids: [id] })
      go({ kind: 'briefs' }, { replace: true })
      showMessage({
        tone: 'done',
        text: `Deleted “${title}”`,
        action: { label: 'Undo', run: () => void ask('casebook.undo', {}) },
      })
    } finally {
      setDeleting(false)
    }
  }
  useCommand({ id: 'brief.delete', title: 'Delete this brief', group: 'Briefs', run: () => void remove() })
  return (
    <MenuButton
      label="More"
      icon={<MoreIcon />}
      iconOnly
      isDisabled={isDeleting}
      entries={[
        [
          {
            id: 'delete',
            label: 'Delete the brief',
            icon: <TrashIcon />,
            tone: 'danger',
            run: () => void remove(),
          },
        ],
      ]}
    />
  )
}
