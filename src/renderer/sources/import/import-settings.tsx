import { useEffect, useState } from 'react'
import type { WatchedFolder } from '#contract/sources.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Segments } from '../../parts/segments.tsx'
import { FailureState, Spinner } from '../../parts/states.tsx'
import { Chip } from '../../parts/tag.tsx'
import { useAnswer, useAsk, useHost } from '../../session/session.tsx'
import { countOf } from '../source-words.ts'

/** What imports of this casebook go by: the order of dates, and the folders whose new files come in by themselves. */
export function ImportSettings({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="Watched folders and dates"
      isOpen
      size="medium"
      onClose={onClose}
      buttons={
        <Button tone="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <DateOrder />
      <Folders />
    </Dialog>
  )
}

const orders = [
  { id: 'ask', label: 'Ask' },
  { id: 'dmy', label: 'Day first' },
  { id: 'mdy', label: 'Month first' },
  { id: 'ymd', label: 'Year first' },
] as const
type Order = (typeof orders)[number]['id']

function DateOrder() {
  const ask = useAsk()
  const settled = useAnswer('casebook.settings', {}).data?.settings['date-order']
  const set = (order: Order) => {
    // A failure has been shown.
    void ask('casebook.set', { name: 'date-order', value: order }).catch(() => {})
  }
  return (
    <section className="import-setting">
      <h3>How 03/04/2025 is read</h3>
      <Segments
        label="How 03/04/2025 is read"
        choices={orders}
        value={orders.find(({ id }) => id === settled)?.id ?? 'ask'}
        onChange={set}
      />
      <p className="import-why">
        Where neither the date nor the article tells. Year first is for short dates such as 25/04/03. A single
        article can be read again.
      </p>
    </section>
  )
}

/** In milliseconds: files come without being announced to the screens when none could be read. */
const lookAgainAfter = 3_000

function Folders() {
  const ask = useAsk()
  const { chooseFolder } = useHost()
  const { data, error, refetch } = useAnswer('sources.watched', {})
  const [path, setPath] = useState('')
  useEffect(() => {
    const timer = setInterval(() => void refetch(), lookAgainAfter)
    return () => clearInterval(timer)
  }, [refetch])
  const watch = async (folder: string) => {
    await ask('sources.watch', { path: folder })
    setPath('')
  }
  const choose = async () => {
    const folder = await chooseFolder?.('watch')
    if (folder !== undefined && folder !== null) await watch(folder)
  }
  // A failure has been shown.
  const quietly = (work: Promise<unknown>) => void work.catch(() => {})
  return (
    <section className="import-setting">
      <h3>Watched folders</h3>
      <p className="import-why">
        What is in them comes in, and what is put there later as soon as it is whole, while this casebook is
        open.
      </p>
      {error !== null && <FailureState message={error.message} />}
      {data === undefined && error === null && <Spinner label="Looking at the folders" />}
      <ul>
        {data?.folders.map((folder) => (
          <FolderLine
            key={folder.path}
            folder={folder}
            onStop={() => quietly(ask('sources.unwatch', { path: folder.path }))}
          />
        ))}
      </ul>
      <div className="import-retry">
        <div className="import-folder-field">
          <TextField
            label="Folder"
            placeholder="/home/me/articles"
            value={path}
            onChange={setPath}
            onKeyDown={({ key }) => {
              if (key === 'Enter' && path.trim() !== '') quietly(watch(path.trim()))
            }}
          />
        </div>
        <Button isDisabled={path.trim() === ''} onPress={() => quietly(watch(path.trim()))}>
          Watch
        </Button>
        {chooseFolder !== undefined && <Button onPress={() => quietly(choose())}>Choose…</Button>}
      </div>
    </section>
  )
}

const states: Readonly<Record<WatchedFolder['state'], string>> = {
  watching: 'Watched',
  idle: 'Not watched by this program',
  missing: 'Not there now',
}

function FolderLine({ folder, onStop }: { readonly folder: WatchedFolder; readonly onStop: () => void }) {
  const { path, state, last } = folder
  return (
    <li className="import-line import-folder">
      <span className="import-folder-path">
        <bdi className="import-file">{path}</bdi>
        <Chip tone={state === 'missing' ? 'warning' : state === 'watching' ? 'good' : 'plain'}>
          {states[state]}
        </Chip>
        <Button tone="quiet" aria-label={`Stop watching ${path}`} onPress={onStop}>
          Stop
        </Button>
      </span>
      {last !== null && (
        <span className="import-why">
          {`Last: ${countOf(last.imported, 'source')} at ${new Date(last.at).toLocaleTimeString('en-GB')}`}
        </span>
      )}
      {last?.failed.map((one) => (
        <span key={one.path} className="import-why">
          <bdi>{one.path}</bdi>: {one.message}
        </span>
      ))}
    </li>
  )
}
