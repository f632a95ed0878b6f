import { type KeyboardEvent, useRef, useState } from 'react'
import type { CitablePassage } from '#contract/briefs.ts'
import { SearchField } from '../parts/fields.tsx'
import { List } from '../parts/list.tsx'
import { EmptyState, FailureState } from '../parts/states.tsx'
import { useAnswer, useCommand } from '../session/session.tsx'
import { CitableRow } from './citable-row.tsx'
import { useOpenBrief } from './open-brief.ts'
import { type PassageFilter, PassageFilters } from './passage-filters.tsx'

/** The casebook's highlights: found by their words and by what was said about them, and put in at the caret of the brief. */
export function PassagesToCite() {
  const [words, setWords] = useState('')
  const [filters, setFilters] = useState<readonly PassageFilter[]>([])
  const isNarrowed = words.trim() !== '' || filters.length > 0
  const answer = useAnswer(
    'briefs.passages',
    {
      ...Object.fromEntries(filters.map(({ kind, id }) => [kind, id])),
      ...(words.trim() !== '' && { words }),
    },
    { keep: true },
  )
  const rows = (answer.data?.items ?? []).map((passage) => ({ id: passage.citation.highlight, passage }))
  const { field, list, onFieldKey, onListKey } = useKeys(rows.map(({ passage }) => passage))
  if (answer.isError) return <FailureState message={answer.error.message} />
  return (
    <div className="passages-to-cite">
      <div className="passages-filters">
        <SearchField
          label="Find a passage"
          placeholder="Find a passage"
          value={words}
          onChange={setWords}
          onKeyDown={onFieldKey}
          inputRef={field}
        />
        <PassageFilters filters={filters} onChange={setFilters} onDone={() => field.current?.focus()} />
      </div>
      {answer.isSuccess && rows.length === 0 ? (
        <NoPassages isNarrowed={isNarrowed} />
      ) : (
        // Keys of a row that has the focus arrive here.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="citable-passages" ref={list} onKeyDown={onListKey}>
          <List
            label="Passages to cite"
            items={rows}
            textOf={({ passage }) => passage.citation.quote}
            rowHeight={120}
          >
            {({ passage }) => <CitableRow passage={passage} />}
          </List>
        </div>
      )}
      <PassagesFoot shown={rows.length} total={answer.data?.total ?? 0} />
    </div>
  )
}

/** From the brief to the field, from the field to the rows; Enter cites, Shift+Enter quotes, and the caret is back. */
function useKeys(passages: readonly CitablePassage[]) {
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const put = useOpenBrief((state) => state.put)
  useCommand({
    id: 'brief.cite',
    title: 'Find a passage to cite',
    group: 'Briefs',
    keys: ['mod+alt+c'],
    run: () => field.current?.focus(),
  })
  const putIn = (event: KeyboardEvent, passage: CitablePassage | undefined) => {
    if (event.key !== 'Enter' || passage === undefined) return
    event.preventDefault()
    put(passage, event.shiftKey ? 'quote' : 'cite')
  }
  const onFieldKey = (event: KeyboardEvent) => {
    putIn(event, passages[0])
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role=row]')?.focus()
  }
  const onListKey = (event: KeyboardEvent) => {
    const { target } = event
    // Not the keys of its buttons.
    if (!(target instanceof HTMLElement) || target.role !== 'row') return
    putIn(
      event,
      passages.find(({ citation }) => citation.highlight === target.dataset.key),
    )
  }
  return { field, list, onFieldKey, onListKey }
}

function NoPassages({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (isNarrowed) return <EmptyState title="No passage fits">Try fewer words.</EmptyState>
  return (
    <EmptyState title="No highlights yet">Mark a passage in a source: it can then be cited here.</EmptyState>
  )
}

function PassagesFoot({ shown, total }: { readonly shown: number; readonly total: number }) {
  if (shown === 0) return null
  return (
    <p className="passages-foot">
      {total > shown ? `${shown} of ${total.toLocaleString('en')}; a word finds the others. ` : null}
      <kbd>Enter</kbd> cites, <kbd>Shift Enter</kbd> quotes.
    </p>
  )
}
