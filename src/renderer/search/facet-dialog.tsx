import { useDeferredValue, useMemo, useState } from 'react'
import type { FacetValue, SearchFacet } from '#contract/search.ts'
import { fold } from '#text/fold.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SearchField } from '../parts/fields.tsx'
import { EmptyState, Spinner } from '../parts/states.tsx'
import { type SearchPlace, useAnswer } from '../session/session.tsx'
import { askedOf } from './asked.ts'
import { FacetRow } from './facet-row.tsx'
import { facetWords, valueInWords } from './search-chips.tsx'

/** Rows that are added at a time. */
const stretch = 200

interface FacetDialogProps {
  readonly place: SearchPlace
  readonly facet: SearchFacet
  readonly onClose: () => void
}

/** Every value of a facet with its exact count, to be found by some letters of it. */
export function FacetDialog({ place, facet, onClose }: FacetDialogProps) {
  const asked = askedOf(place)
  const { data } = useAnswer('search.run', asked === null ? null : { ...asked, limit: 0, facets: [facet] }, {
    keep: true,
  })
  const [letters, setLetters] = useState('')
  const values = useFitting(facet, data?.facets[facet], useDeferredValue(letters))
  return (
    <Dialog title={facetWords[facet]} isOpen size="medium" onClose={onClose}>
      <div className="facet-dialog">
        <SearchField label="Some letters of it" value={letters} onChange={setLetters} autoFocus />
        <p role="status" className="search-count">
          {values === null ? '' : `${values.length.toLocaleString('en')} of ${data?.facetTotals[facet] ?? 0}`}
        </p>
        {values === null ? (
          <Spinner label="Counting" />
        ) : (
          <Values key={letters} place={place} facet={facet} values={values} />
        )}
      </div>
    </Dialog>
  )
}

interface ValuesProps extends Pick<FacetDialogProps, 'place' | 'facet'> {
  readonly values: readonly FacetValue[]
}

function Values({ place, facet, values }: ValuesProps) {
  const [most, setMost] = useState(stretch)
  if (values.length === 0)
    return <EmptyState title="Nothing has these letters">Try fewer of them.</EmptyState>
  return (
    <div className="facet-dialog-values">
      <ul>
        {values.slice(0, most).map((value) => (
          <FacetRow key={value.value} place={place} facet={facet} value={value} />
        ))}
      </ul>
      {values.length > most && (
        <Button tone="quiet" onPress={() => setMost(most + stretch)}>
          {Math.min(stretch, values.length - most)} more
        </Button>
      )}
    </div>
  )
}

/** Null as long as nothing is known. */
function useFitting(
  facet: SearchFacet,
  values: readonly FacetValue[] | undefined,
  letters: string,
): readonly FacetValue[] | null {
  const folded = useMemo(
    () => values?.map((value) => ({ value, words: fold(valueInWords(facet, value.value)) })),
    [facet, values],
  )
  return useMemo(() => {
    if (folded === undefined) return null
    const wanted = fold(letters.trim())
    return folded.filter(({ words }) => words.includes(wanted)).map(({ value }) => value)
  }, [folded, letters])
}
