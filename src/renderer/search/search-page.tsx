import { useEffect, useState } from 'react'
import { Autocomplete } from 'react-aria-components'
import type { SearchAnswer, SearchKind, SearchSort, SearchSuggestion } from '#contract/search.ts'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/choices.tsx'
import { SearchField } from '../parts/fields.tsx'
import { SearchIcon } from '../parts/icons.tsx'
import { Segments } from '../parts/segments.tsx'
import { Banner, EmptyState, FailureState, Spinner } from '../parts/states.tsx'
import { useAnswer, usePlace } from '../session/session.tsx'
import { passagesOf, SearchResults } from './search-results.tsx'
import { SearchSyntax } from './search-syntax.tsx'
import './search.css'

/** How long the analyst may pause while typing, in milliseconds, before the casebook is asked. */
const typingPause = 140
const hitsAtOnce = 40
const passagesOfHit = 4

const kinds = [
  { id: 'all', label: 'Everything' },
  { id: 'source', label: 'Sources' },
  { id: 'note', label: 'Notes' },
  { id: 'entity', label: 'Entities' },
  { id: 'brief', label: 'Briefs' },
] as const satisfies readonly { id: SearchKind | 'all'; label: string }[]
const sorts: readonly { readonly id: SearchSort; readonly label: string }[] = [
  { id: 'relevance', label: 'Best first' },
  { id: 'newest', label: 'Newest first' },
  { id: 'oldest', label: 'Oldest first' },
  { id: 'title', label: 'By title' },
]

type KindChoice = (typeof kinds)[number]['id']

/** Searches everything while the words are typed. Arrows walk through the passages, Enter opens the one that is marked. */
export function SearchPage({ query }: { readonly query: string }) {
  const [typed, setTyped] = useState(query)
  const [kind, setKind] = useState<KindChoice>('all')
  const [sort, setSort] = useState<SearchSort>('relevance')
  const [most, setMost] = useState(hitsAtOnce)
  const asked = query.trim()
  useTypedQuery(typed, query, setTyped)

  const { data, error, isPlaceholderData } = useAnswer(
    'search.run',
    asked === ''
      ? null
      : {
          query: asked,
          sort,
          limit: most,
          passages: passagesOfHit,
          ...(kind === 'all' ? {} : { kinds: [kind] }),
        },
    { keep: true },
  )
  const answer = asked === '' ? undefined : data
  return (
    <div className="search">
      {/* The field keeps the focus; the arrows move in the list below it. */}
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <header className="search-head">
          <h1 className="only-spoken">Search</h1>
          <div className="search-field-row">
            <SearchField
              label="Search everything"
              placeholder="Search sources, notes, entities and briefs"
              value={typed}
              onChange={setTyped}
              autoFocus
            />
            <SearchSyntax />
          </div>
          <div className="search-about">
            <Segments label="Search in" choices={kinds} value={kind} onChange={setKind} />
            <Select label="Order" hideLabel choices={sorts} value={sort} onChange={setSort} />
          </div>
        </header>
        {answer !== undefined && answer.message !== null && <Banner tone="warning">{answer.message}</Banner>}
        <p role="status" className="search-count">
          {answer === undefined ? '' : countsOf(answer)}
        </p>
        <Suggestions suggestions={answer?.suggestions ?? []} />
        <div className="search-body" data-old={isPlaceholderData || undefined}>
          <SearchBody asked={asked} answer={answer} failure={error?.message ?? null} />
          {answer !== undefined && answer.hits.length < answer.total && (
            <div className="search-more">
              <Button onPress={() => setMost(most + hitsAtOnce)}>
                Show more ({(answer.total - answer.hits.length).toLocaleString('en')} left)
              </Button>
            </div>
          )}
        </div>
      </Autocomplete>
    </div>
  )
}

/** Other queries that the analyst may have meant. */
function Suggestions({ suggestions }: { readonly suggestions: readonly SearchSuggestion[] }) {
  const go = usePlace((state) => state.go)
  if (suggestions.length === 0) return null
  return (
    <p className="search-suggestions">
      Did you mean
      {suggestions.map(({ query, total }) => (
        <Button key={query} tone="quiet" onPress={() => go({ kind: 'search', query })}>
          {query} ({total.toLocaleString('en')})
        </Button>
      ))}
    </p>
  )
}

interface SearchBodyProps {
  readonly asked: string
  readonly answer: SearchAnswer | undefined
  readonly failure: string | null
}

function SearchBody({ asked, answer, failure }: SearchBodyProps) {
  if (failure !== null) return <FailureState message={failure} />
  if (asked === '') {
    return (
      <EmptyState title="Search everything" icon={<SearchIcon size={20} />}>
        Words are looked for together, in any order. “Several words” in quotation marks stand side by side.
      </EmptyState>
    )
  }
  if (answer === undefined) return <Spinner label="Searching" />
  if (answer.hits.length === 0) {
    return (
      <EmptyState title="Nothing found">
        Nothing in this casebook has all of these words. Try fewer, or a word’s beginning with a star:
        sanction*
      </EmptyState>
    )
  }
  return <SearchResults answer={answer} />
}

/** The place follows what is typed, so that going back comes to the same results; a place with other words is typed in. */
function useTypedQuery(typed: string, query: string, setTyped: (typed: string) => void): void {
  const go = usePlace((state) => state.go)
  const [followed, setFollowed] = useState(query)
  if (query !== followed) {
    setFollowed(query)
    if (query !== typed.trim()) setTyped(query)
  }
  useEffect(() => {
    if (typed.trim() === query.trim()) return
    const waiting = setTimeout(
      () => go({ kind: 'search', query: typed.trim() }, { replace: true }),
      typingPause,
    )
    return () => clearTimeout(waiting)
  }, [typed, query, go])
}

function countsOf(answer: SearchAnswer): string {
  if (answer.total === 0) return ''
  const matches = answer.hits.reduce((sum, hit) => sum + Math.max(hit.matches, 1), 0)
  const shown = answer.hits.flatMap(passagesOf).length
  const found = `${answer.total.toLocaleString('en')} found`
  return shown < matches || answer.hits.length < answer.total
    ? `${found} · ${shown.toLocaleString('en')} passages shown`
    : `${found} · ${matches.toLocaleString('en')} passages`
}
