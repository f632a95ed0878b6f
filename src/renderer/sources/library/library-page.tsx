import { useEffect, useState } from 'react'
import type { Source } from '#contract/source.ts'
import { Button } from '../../parts/button.tsx'
import { SearchField } from '../../parts/fields.tsx'
import { EditIcon, ImportIcon, SourcesIcon, TrashIcon } from '../../parts/icons.tsx'
import { LongList } from '../../parts/long-list.tsx'
import { EmptyState, FailureState, Spinner } from '../../parts/states.tsx'
import { PageHead, Toolbar } from '../../parts/toolbar.tsx'
import { type Pages, usePages } from '../../session/pages.ts'
import { useAsk, useCommand, usePlace, useReadOnly } from '../../session/session.tsx'
import { useImport } from '../import/import-store.ts'
import { countOf } from '../source-words.ts'
import { chosenAll, chosenSome, isChosen, meantBy, sizeOf, toggled } from './chosen-sources.ts'
import { DeleteSources } from './delete-sources.tsx'
import { EditSources } from './edit-sources.tsx'
import { ColumnsButton, useShownColumns } from './library-columns.tsx'
import { LibraryHead } from './library-head.tsx'
import { LibraryRow } from './library-row.tsx'
import { libraryQuestion, useLibrary } from './library-store.ts'
import './library.css'

/** Every source of the casebook in a table: filter, sort, choose many, correct and delete. */
export function LibraryPage() {
  const library = useLibrary()
  const pages = usePages('sources.list', libraryQuestion(library))
  const chosen = sizeOf(library.chosen)
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
  const library = useLibrary()
  const readOnly = useReadOnly()
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  const count = sizeOf(library.chosen)
  const none = count === 0 || readOnly
  const meant = () => meantBy(library.chosen, libraryQuestion(library))
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
          <span className="library-chosen">{count.toLocaleString('en')} chosen</span>
          <Button tone="quiet" icon={<EditIcon />} onPress={() => setDoing('edit')}>
            Correct…
          </Button>
          <Button tone="quiet" icon={<TrashIcon />} onPress={() => setDoing('delete')}>
            Delete…
          </Button>
        </Toolbar>
      )}
      {doing === 'edit' && <EditSources meant={meant()} count={count} onClose={close} />}
      {doing === 'delete' && <DeleteSources meant={meant()} count={count} onClose={close} />}
    </>
  )
}

function LibraryBody({ pages, narrowed }: { readonly pages: Pages<Source>; readonly narrowed: boolean }) {
  const go = usePlace((state) => state.go)
  const ask = useAsk()
  const library = useLibrary()
  const { chosen, choose, show, shown } = library
  const { total } = pages
  const size = sizeOf(chosen)
  // What comes in or goes meanwhile is among all of them, too.
  useEffect(() => {
    if (chosen.kind === 'all' && total !== null && total !== chosen.total) choose({ ...chosen, total })
  }, [chosen, choose, total])
  const columns = useShownColumns().length + 2
  if (pages.error !== null) return <FailureState message={pages.error.message} />
  if (total === null) return <Spinner label="Reading the library" />
  if (total === 0) return narrowed ? <NothingFits /> : <NothingYet />
  const open = ({ id }: Source) => go({ kind: 'source', id })
  return (
    <LongList
      label="Sources"
      total={total}
      itemAt={pages.itemAt}
      want={pages.want}
      rowHeight={34}
      columns={columns}
      head={<LibraryHead />}
      current={size === 0 ? shown : null}
      onOpen={open}
      onFocusRow={({ id }) => show(id)}
      onDelete={() => {
        if (size === 0 && shown !== null) choose(chosenSome([shown]))
      }}
      selection={{
        size,
        has: (id) => isChosen(chosen, id),
        onChange: (ids) => choose(chosenSome(ids)),
        onToggle: (id) => choose(toggled(chosen, id)),
        onAll: () => choose(chosenAll(total)),
        idsOf: async (first, last) => {
          const which = { ...libraryQuestion(library), offset: first, limit: last - first + 1 }
          return (await ask('sources.ids', which)).ids
        },
      }}
    >
      {(source) => (
        <LibraryRow source={source} chosen={isChosen(chosen, source.id)} onOpen={() => open(source)} />
      )}
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
      No source has all these words in its title, publisher and author.
    </EmptyState>
  )
}
