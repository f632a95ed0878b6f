import { useState } from 'react'
import type { SourceId } from '#contract/ids.ts'
import type { Source } from '#contract/sources.ts'
import { Button } from '../parts/button.tsx'
import { SearchField } from '../parts/fields.tsx'
import { EditIcon, ImportIcon, SourcesIcon, TrashIcon } from '../parts/icons.tsx'
import { LongList } from '../parts/long-list.tsx'
import { EmptyState, FailureState, Spinner } from '../parts/states.tsx'
import { PageHead, Toolbar } from '../parts/toolbar.tsx'
import { type Pages, usePages } from '../session/pages.ts'
import { useAsk, useCommand, usePlace, useReadOnly } from '../session/session.tsx'
import { DeleteSources } from './delete-sources.tsx'
import { EditSources } from './edit-sources.tsx'
import { useImport } from './import-store.ts'
import { ColumnsButton, useShownColumns } from './library-columns.tsx'
import { LibraryHead } from './library-head.tsx'
import { LibraryRow } from './library-row.tsx'
import { libraryQuestion, useLibrary } from './library-store.ts'
import { countOf } from './source-words.ts'
import './library.css'

/** Every source of the casebook in a table: filter, sort, choose many, correct and delete. */
export function LibraryPage() {
  const library = useLibrary()
  const pages = usePages('sources.list', libraryQuestion(library))
  const chosen = library.chosen.size
  const narrowed = library.filter.trim() !== '' || library.missing !== null
  return (
    <div className="library">
      <PageHead
        title="Sources"
        {...(chosen > 0 || pages.total === null ? {} : { detail: totalInWords(pages.total, narrowed) })}
      >
        <ChosenTools />
        <div className="library-filter-field">
          <SearchField
            label="Filter by title, publisher or author"
            placeholder="Title, publisher or author"
            value={library.filter}
            onChange={library.setFilter}
          />
        </div>
        <ColumnsButton />
      </PageHead>
      <LibraryBody pages={pages} narrowed={narrowed} />
    </div>
  )
}

function totalInWords(total: number, narrowed: boolean): string {
  return narrowed ? countOf(total, 'source fits', 'sources fit') : countOf(total, 'source')
}

/** What can be done with the chosen sources. */
function ChosenTools() {
  const chosen = useLibrary((state) => state.chosen)
  const readOnly = useReadOnly()
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  const ids = [...chosen] as SourceId[]
  const none = ids.length === 0 || readOnly
  useCommand({
    id: 'sources.edit',
    title: 'Correct the chosen sources',
    group: 'Sources',
    disabled: none,
    run: () => setDoing('edit'),
  })
  useCommand({
    id: 'sources.delete',
    title: 'Delete the chosen sources',
    group: 'Sources',
    disabled: none,
    run: () => setDoing('delete'),
  })
  const close = () => setDoing(null)
  return (
    <>
      {!none && (
        <Toolbar label="Chosen sources">
          <span className="library-chosen">{ids.length.toLocaleString('en')} chosen</span>
          <Button tone="quiet" icon={<EditIcon />} onPress={() => setDoing('edit')}>
            Correct…
          </Button>
          <Button tone="quiet" icon={<TrashIcon />} onPress={() => setDoing('delete')}>
            Delete…
          </Button>
        </Toolbar>
      )}
      {doing === 'edit' && <EditSources ids={ids} onClose={close} />}
      {doing === 'delete' && <DeleteSources ids={ids} onClose={close} />}
    </>
  )
}

function LibraryBody({ pages, narrowed }: { readonly pages: Pages<Source>; readonly narrowed: boolean }) {
  const go = usePlace((state) => state.go)
  const ask = useAsk()
  const library = useLibrary()
  const { chosen, choose, show, shown } = library
  const columns = useShownColumns().length + 2
  if (pages.error !== null) return <FailureState message={pages.error.message} />
  if (pages.total === null) return <Spinner label="Reading the library" />
  if (pages.total === 0) return narrowed ? <NothingFits /> : <NothingYet />
  const open = ({ id }: Source) => go({ kind: 'source', id })
  return (
    <LongList
      label="Sources"
      total={pages.total}
      itemAt={pages.itemAt}
      want={pages.want}
      rowHeight={34}
      columns={columns}
      head={<LibraryHead />}
      current={chosen.size === 0 ? shown : null}
      onOpen={open}
      onFocusRow={({ id }) => show(id)}
      onDelete={() => {
        if (chosen.size === 0 && shown !== null) choose(new Set([shown]))
      }}
      selection={{
        ids: chosen,
        onChange: choose,
        idsOf: async (first, last) => {
          const which = { ...libraryQuestion(library), offset: first, limit: last - first + 1 }
          return (await ask('sources.ids', which)).ids
        },
      }}
    >
      {(source) => <LibraryRow source={source} chosen={chosen.has(source.id)} onOpen={() => open(source)} />}
    </LongList>
  )
}

function NothingYet() {
  const { chooseFiles, pasteText } = useImport()
  return (
    <EmptyState
      title="No sources yet"
      icon={<SourcesIcon size={20} />}
      buttons={
        <>
          <Button tone="primary" icon={<ImportIcon />} onPress={chooseFiles}>
            Import files…
          </Button>
          <Button onPress={pasteText}>Paste text…</Button>
        </>
      }
    >
      Bring in the articles you work with: choose files, drop them anywhere on this window, or paste the text
      of one.
    </EmptyState>
  )
}

function NothingFits() {
  const { setFilter, setMissing } = useLibrary()
  const showAll = () => {
    setFilter('')
    setMissing(null)
  }
  return (
    <EmptyState title="Nothing fits" buttons={<Button onPress={showAll}>Show all sources</Button>}>
      No source has these letters in its title, publisher or author.
    </EmptyState>
  )
}
