import { type RefObject, useCallback, useState } from 'react'
import type { SearchAnswer, SearchHit, SearchPassage, SearchSuggestion } from '#contract/search.ts'
import { Button } from '../parts/button.tsx'
import { Banner, EmptyState, FailureState, Spinner } from '../parts/states.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'
import { countOf } from '../sources/sources.tsx'
import { type Asked, wordsOf } from './asked.ts'
import { useFreshHits } from './fresh-hits.ts'
import { type HitPages, useHitPages } from './hit-pages.ts'
import { isSameSpot, type Spot } from './hit-walk.ts'
import { top, useLastSpot } from './last-spot.ts'
import { OlderVersions } from './older-versions.tsx'
import { passagesOf, useOpenHit } from './open-hit.ts'
import { Preview } from './preview.tsx'
import type { FoundActionsSlot } from './search-page.tsx'
import { type ResultsHandle, SearchResults } from './search-results.tsx'

/** What is wrong with the query stands there: the field is described by it. */
export const messageId = 'search-message'

interface FoundHitsProps {
  readonly place: SearchPlace
  readonly asked: Asked
  readonly actions: FoundActionsSlot | undefined
  /** To the part of the query that cannot be read; null where all can. */
  readonly goToSlip: (() => void) | null
  readonly resultsRef: RefObject<ResultsHandle | null>
  readonly onLeaveUp: () => void
  readonly onOpened: (hit: SearchHit, passage: SearchPassage | null) => void
}

/** What was found: how much, what else may have been meant, the list, and a look at the passage that the keys are on. */
export function FoundHits({
  place,
  asked,
  actions: Actions,
  goToSlip,
  resultsRef,
  onLeaveUp,
  onOpened,
}: FoundHitsProps) {
  const pages = useHitPages({ ...asked, ...(place.sort === undefined ? {} : { sort: place.sort }) })
  const fresh = useFreshHits(place.saved)
  const { answer, error } = pages
  if (error !== null) return <FailureState message={error.message} />
  if (answer === null) return <Spinner label="Searching" />
  return (
    <>
      {answer.message !== null && (
        <Banner
          tone="warning"
          buttons={
            goToSlip !== null && (
              <Button tone="quiet" onPress={goToSlip}>
                Go there
              </Button>
            )
          }
        >
          <span id={messageId}>{answer.message}</span>
        </Banner>
      )}
      <div className="search-found">
        <p role="status" className="search-count">
          {answer.total === 0 ? (
            <span className="only-spoken">Nothing found</span>
          ) : (
            `${answer.total.toLocaleString('en')} found`
          )}
          {fresh.size > 0 && ` · ${countOf(fresh.size, 'new one', 'new ones')}`}
        </p>
        <OlderVersions place={place} older={answer.older} />
        <SearchWithin place={place} answer={answer} />
        {Actions !== undefined && answer.total > 0 && <Actions asked={asked} />}
      </div>
      <Suggestions place={place} suggestions={answer.suggestions} />
      {answer.total === 0 ? (
        <NothingFound />
      ) : (
        <ListAndPreview
          asked={asked}
          pages={pages}
          total={answer.total}
          fresh={fresh}
          resultsRef={resultsRef}
          onLeaveUp={onLeaveUp}
          onOpened={onOpened}
        />
      )}
    </>
  )
}

interface ListAndPreviewProps
  extends Pick<FoundHitsProps, 'asked' | 'resultsRef' | 'onLeaveUp' | 'onOpened'> {
  readonly pages: HitPages
  readonly total: number
  readonly fresh: ReadonlySet<string>
}

function ListAndPreview({
  asked,
  pages,
  total,
  fresh,
  resultsRef,
  onLeaveUp,
  onOpened,
}: ListAndPreviewProps) {
  const words = wordsOf(asked)
  const open = useOpenHit(words)
  const last = useLastSpot()
  const isSame = last.asked === pages.key
  const { key } = pages
  const onSpot = useCallback((now: Spot) => useLastSpot.getState().keep(key, now), [key])
  const spot = isSame ? last.spot : top
  const [preview, setPreview] = useState(false)
  // A list that takes the place of one with the focus takes the focus, too.
  const [hadFocus, setHadFocus] = useState(false)
  const hit = pages.hitAt(spot.hit)
  const closePreview = () => {
    setPreview(false)
    resultsRef.current?.focus()
  }
  return (
    // Escape closes the look, wherever the focus is in the list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="search-body"
      data-old={pages.isOld || undefined}
      onFocus={() => setHadFocus(true)}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) setHadFocus(false)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && preview) closePreview()
      }}
    >
      <SearchResults
        key={pages.key}
        ref={resultsRef}
        pages={pages}
        total={total}
        fresh={fresh}
        start={spot}
        takeFocus={(isSame && last.left) || hadFocus}
        onSpot={onSpot}
        onOpen={(opened, passage) => {
          onOpened(opened, passage)
          useLastSpot.getState().leave()
          open(opened, passage)
        }}
        previewed={preview ? spot : null}
        onPreview={(wanted) => setPreview(!preview || !isSameSpot(wanted, spot))}
        onLeaveUp={onLeaveUp}
      />
      {preview && hit !== undefined && (
        <Preview
          hit={hit}
          passage={passagesOf(hit)[spot.passage] ?? null}
          words={words}
          onClose={closePreview}
        />
      )}
    </div>
  )
}

function SearchWithin({ place, answer }: { readonly place: SearchPlace; readonly answer: SearchAnswer }) {
  const go = usePlace((state) => state.go)
  const query = (answer.instead ?? place.query).trim()
  if (query === '' || answer.total < 2) return null
  return (
    <Button
      tone="quiet"
      onPress={() => go({ ...place, query: '', within: [...(place.within ?? []), query] })}
    >
      Search within these
    </Button>
  )
}

interface SuggestionsProps {
  readonly place: SearchPlace
  readonly suggestions: readonly SearchSuggestion[]
}

/** Other queries that the analyst may have meant, with what each would find. */
function Suggestions({ place, suggestions }: SuggestionsProps) {
  const go = usePlace((state) => state.go)
  if (suggestions.length === 0) return null
  return (
    <p className="search-suggestions">
      {suggestions.every(({ kind }) => kind === 'entity')
        ? 'Every mention, in any spelling:'
        : 'Did you mean'}
      {suggestions.map(({ query, total }) => (
        <Button key={query} tone="quiet" onPress={() => go({ ...place, query })}>
          {query} ({total.toLocaleString('en')})
        </Button>
      ))}
    </p>
  )
}

function NothingFound() {
  return (
    <EmptyState title="Nothing found">
      Nothing in this casebook has all of these words. Try fewer, take something away that narrows the search
      down, or search for a word’s beginning with a star: sanction*
    </EmptyState>
  )
}
