import { useState } from 'react'
import { Link } from 'react-aria-components'
import type { SavedSearch } from '#contract/saved-searches.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { EditField } from '../parts/fields.tsx'
import { CloseIcon, EditIcon, MoreIcon, SearchIcon, TrashIcon } from '../parts/icons.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { Chip } from '../parts/tag.tsx'
import { type SearchPlace, useAnswer, useAsk, usePlace, useReadOnly } from '../session/session.tsx'
import { placeOfSaved } from './saved-place.ts'
import './saved-searches.css'

/** On the left of a search: the saved ones with what is new in them, and what was searched for last. */
export function SavedSearches({ place }: { readonly place: SearchPlace | null }) {
  const go = usePlace((state) => state.go)
  const { data } = useAnswer('search.saved', {})
  return (
    <div className="saved-searches">
      <section aria-label="Saved searches">
        <h2>Saved searches</h2>
        {data?.items.length === 0 && (
          <p className="saved-nothing">None yet: “Save…” keeps a search by a name.</p>
        )}
        <ul>
          {data?.items.map((saved) => (
            <SavedRow key={saved.id} saved={saved} isHere={place?.saved === saved.id} />
          ))}
        </ul>
      </section>
      <History />
      <div className="saved-more">
        <Button tone="quiet" onPress={() => go({ kind: 'queries' })}>
          Run a list of queries…
        </Button>
      </div>
    </div>
  )
}

function SavedRow({ saved, isHere }: { readonly saved: SavedSearch; readonly isHere: boolean }) {
  const [renaming, setRenaming] = useState(false)
  const go = usePlace((state) => state.go)
  const ask = useAsk()
  // A failure has been shown.
  const quietly = (done: Promise<unknown>) => void done.catch(() => {})
  if (renaming) {
    return (
      <li>
        <EditField
          label={`New name of ${saved.name}`}
          hideLabel
          value={saved.name}
          autoFocus
          onKeep={(name) => quietly(ask('search.changeSaved', { id: saved.id, set: { name } }))}
          onDone={() => setRenaming(false)}
        />
      </li>
    )
  }
  return (
    <li className="saved-row">
      <Link
        className="saved-link"
        aria-current={isHere ? 'page' : false}
        onPress={() => go(placeOfSaved(saved))}
      >
        <SearchIcon />
        <bdi className="one-line">{saved.name}</bdi>
        <News saved={saved} />
      </Link>
      <SavedMenu
        name={saved.name}
        onRename={() => setRenaming(true)}
        onDelete={() => quietly(ask('search.deleteSaved', { ids: [saved.id] }))}
      />
    </li>
  )
}

interface SavedMenuProps {
  readonly name: string
  readonly onRename: () => void
  readonly onDelete: () => void
}

function SavedMenu({ name, onRename, onDelete }: SavedMenuProps) {
  const readOnly = useReadOnly()
  return (
    <MenuButton
      label={`What to do with ${name}`}
      icon={<MoreIcon />}
      iconOnly
      isDisabled={readOnly}
      entries={[
        [
          { id: 'rename', label: 'Rename', icon: <EditIcon />, run: onRename },
          { id: 'delete', label: 'Delete', icon: <TrashIcon />, tone: 'danger', run: onDelete },
        ],
      ]}
    />
  )
}

function News({ saved }: { readonly saved: SavedSearch }) {
  const { data } = useAnswer('search.news', { id: saved.id }, { keep: true })
  if (data === undefined) return null
  return data.fresh > 0 ? (
    <Chip tone="accent">{data.fresh.toLocaleString('en')} new</Chip>
  ) : (
    <span className="saved-total">{data.total.toLocaleString('en')}</span>
  )
}

const recentShown = 12

function History() {
  const go = usePlace((state) => state.go)
  const ask = useAsk()
  const readOnly = useReadOnly()
  const { data } = useAnswer('search.history', { limit: recentShown })
  if (data === undefined || data.items.length === 0) return null
  const forget = (query?: string) =>
    // A failure has been shown.
    void ask('search.forget', query === undefined ? {} : { query }).catch(() => {})
  return (
    <section aria-label="Searched for last">
      <h2>Searched for last</h2>
      <ul>
        {data.items.map(({ query }) => (
          <li key={query} className="saved-row">
            <Link className="saved-link" onPress={() => go({ kind: 'search', query })}>
              <bdi className="one-line">{query}</bdi>
            </Link>
            {!readOnly && (
              <IconButton label={`Forget ${query}`} icon={<CloseIcon />} onPress={() => forget(query)} />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button tone="quiet" onPress={() => forget()}>
          Forget all of these
        </Button>
      )}
    </section>
  )
}
