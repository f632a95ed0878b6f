import { useState } from 'react'
import type { SourceId } from '#contract/ids.ts'
import { Segments } from '../../parts/segments.tsx'
import { useAnswer } from '../../session/session.tsx'
import { MarkManyDialog } from './mark-many-dialog.tsx'

export interface MarkAllProps {
  /** The source the words were selected in. */
  readonly source: SourceId
  readonly words: string
  readonly onClose: () => void
}

type Scope = 'here' | 'everywhere'

const scopes: readonly { readonly id: Scope; readonly label: string }[] = [
  { id: 'here', label: 'In this source' },
  { id: 'everywhere', label: 'In all sources' },
]

const longestTitle = 60

/** "Mark all of these": every occurrence of the selected words, in this source or in all. */
export function MarkAll({ source, words, onClose }: MarkAllProps) {
  const [scope, setScope] = useState<Scope>('here')
  const { data } = useAnswer('highlights.occurrences', scope === 'here' ? { words, source } : { words })
  const shown = words.length > longestTitle ? `${words.slice(0, longestTitle)}…` : words
  return (
    <MarkManyDialog
      title={`Mark all of these: “${shown}”`}
      places={data?.items}
      scope={<Segments label="Where to look" choices={scopes} value={scope} onChange={setScope} />}
      onClose={onClose}
    />
  )
}
