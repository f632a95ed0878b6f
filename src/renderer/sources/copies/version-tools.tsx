import type { Source } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { showMessage } from '../../parts/messages.tsx'
import { runCommand, useAnswer, useAsk, useReadOnly } from '../../session/session.tsx'
import { countOf } from '../source-words.ts'

interface VersionToolsProps {
  readonly older: Source
  readonly newer: Source
}

/** Says by hand whether two sources are versions of one article. */
export function VersionTools({ older, newer }: VersionToolsProps) {
  const { data } = useAnswer('sources.versions', { id: newer.id })
  const { join, split } = useVersions()
  const readOnly = useReadOnly()
  if (data === undefined || readOnly) return null
  // A failure has been shown.
  const quietly = (work: Promise<void>) => void work.catch(() => {})
  if (newer.replaces === older.id) {
    return (
      <Button tone="quiet" onPress={() => quietly(split(newer))}>
        Not a newer version
      </Button>
    )
  }
  if (data.items.some(({ id }) => id === older.id)) return null
  return (
    <Button tone="quiet" onPress={() => quietly(join(newer, older))}>
      The right one is a newer version
    </Button>
  )
}

type Named = Pick<Source, 'id'>

export function useVersions() {
  const ask = useAsk()
  const undo = { label: 'Undo', run: () => runCommand('edit.undo') }
  return {
    join: async (newer: Named, older: Named) => {
      const { highlights } = await ask('sources.joinVersion', { newer: newer.id, older: older.id })
      const carried =
        highlights.length === 0 ? '' : `; ${countOf(highlights.length, 'highlight')} looked for on it`
      showMessage({ tone: 'done', text: `Joined as a newer version${carried}`, action: undo })
    },
    split: async (newer: Named) => {
      await ask('sources.splitVersion', { id: newer.id })
      showMessage({ tone: 'done', text: 'They stand apart now', action: undo })
    },
  }
}
