import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { SearchHit, SearchPassage, SearchSort } from '#contract/search.ts'
import { Select } from '../parts/choices.tsx'
import { SearchIcon } from '../parts/icons.tsx'
import { EmptyState } from '../parts/states.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { type Asked, askedOf } from './asked.ts'
import { FoundHits, messageId } from './found-hits.tsx'
import { KindChoice } from './kind-choice.tsx'
import { useSlip } from './kind-counts.ts'
import { QueryField } from './query-field.tsx'
import { SaveSearch } from './save-search.tsx'
import { SearchChips } from './search-chips.tsx'
import { type QueryHistory, useQueryHistory } from './search-history.ts'
import type { ResultsHandle } from './search-results.tsx'
import { SearchSyntax } from './search-syntax.tsx'
import { TimeFilter } from './time-filter.tsx'
import './search.css'

/** How long the analyst may pause while typing, in milliseconds, before the casebook is asked. */
const typingPause = 140

const sorts: readonly { readonly id: SearchSort; readonly label: string }[] = [
  { id: 'relevance', label: 'Best first' },
  { id: 'newest', label: 'Newest first' },
  { id: 'oldest', label: 'Oldest first' },
  { id: 'title', label: 'By title' },
]

/** What a later station can do with everything that was found, such as marking it. */
export interface FoundActionsProps {
  readonly asked: Asked
}
export type FoundActionsSlot = ComponentType<FoundActionsProps>

export interface SearchPageProps {
  readonly place: SearchPlace
  readonly actions?: FoundActionsSlot
}

/** Searches everything while the words are typed; what narrows them down stands below them, and can be taken away. */
export function SearchPage({ place, actions }: SearchPageProps) {
  const go = usePlace((state) => state.go)
  const [typed, setTyped] = useState(place.query)
  useTypedQuery(typed, place, setTyped)
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<ResultsHandle>(null)
  const history = useQueryHistory()
  const asked = askedOf(place)
  const slip = useSlip(asked, typed)
  const goToSlip =
    slip === null
      ? null
      : () => {
          field.current?.focus()
          field.current?.setSelectionRange(slip.start, slip.end)
        }
  return (
    <div className="search">
      <header className="search-head">
        <h1 className="only-spoken">Search</h1>
        <div className="search-field-row">
          <QueryField
            ref={field}
            value={typed}
            onChange={setTyped}
            history={history}
            slip={slip}
            slipWords={messageId}
            placeholder={
              place.within === undefined || place.within.length === 0
                ? 'Words, “a phrase”, a name, publisher:…'
                : 'Search within these results'
            }
            onSubmit={() => {
              history.remember(typed)
              results.current?.focus()
            }}
            onDown={() => results.current?.focus()}
          />
          <SaveSearch place={place} />
          <SearchSyntax />
        </div>
        <SearchChips place={place} />
        <div className="search-about">
          <KindChoice place={place} />
          <Select
            label="Order"
            hideLabel
            choices={sorts}
            value={place.sort ?? 'relevance'}
            onChange={(sort) => go({ ...place, sort })}
          />
        </div>
      </header>
      {asked === null ? (
        <NothingAsked />
      ) : (
        <>
          <TimeFilter place={place} asked={asked} />
          <FoundHits
            key={place.saved ?? ''}
            place={place}
            asked={asked}
            actions={actions}
            goToSlip={goToSlip}
            resultsRef={results}
            onLeaveUp={() => field.current?.focus()}
            onOpened={remembering(history, place)}
          />
        </>
      )}
      <FirstFocus field={field} />
    </div>
  )
}

function remembering(history: QueryHistory, { query }: SearchPlace) {
  return (_hit: SearchHit, _passage: SearchPassage | null) => history.remember(query)
}

function NothingAsked() {
  return (
    <EmptyState title="Search everything" icon={<SearchIcon size={20} />}>
      Words are looked for together, in any order. “Several words” in quotation marks stand side by side. The
      Up key brings back what was searched for before.
    </EmptyState>
  )
}

/** Who comes to type has the field; who comes back to a passage (see `FoundHits`) has that. */
function FirstFocus({ field }: { readonly field: React.RefObject<HTMLInputElement | null> }) {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body || !activeElement.closest('.search')) {
        field.current?.focus()
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [field])
  return null
}

/** The place follows what is typed, so that going back comes to the same results; a place with other words is typed in. */
function useTypedQuery(typed: string, place: SearchPlace, setTyped: (typed: string) => void): void {
  const go = usePlace((state) => state.go)
  const { query } = place
  const [followed, setFollowed] = useState(query)
  if (query !== followed) {
    setFollowed(query)
    if (query !== typed.trim()) setTyped(query)
  }
  useEffect(() => {
    if (typed.trim() === query.trim()) return
    // Other words are another search than the one that was saved.
    const { saved: _saved, ...others } = place
    const waiting = setTimeout(() => go({ ...others, query: typed.trim() }, { replace: true }), typingPause)
    return () => clearTimeout(waiting)
  }, [typed, query, place, go])
}
