import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Engine } from '#contract/engine.ts'
import type { Occurrence } from '#contract/highlights.ts'
import type { SearchHit } from '#contract/search.ts'
import { Button } from '../../parts/button.tsx'
import type { Asked, FoundActionsProps } from '../../search/search.tsx'
import { useEngine, useReadOnly } from '../../session/session.tsx'
import { MarkManyDialog } from './mark-many-dialog.tsx'

/** All passages of a search: looked through, then marked, tagged or linked to entities as one step. */
export function MarkFound({ asked }: FoundActionsProps) {
  const [isOpen, setOpen] = useState(false)
  const readOnly = useReadOnly()
  return (
    <>
      <Button tone="quiet" isDisabled={readOnly} onPress={() => setOpen(true)}>
        Mark all passages…
      </Button>
      {isOpen && <FoundDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}

interface FoundDialogProps extends FoundActionsProps {
  readonly onClose: () => void
}

function FoundDialog({ asked, onClose }: FoundDialogProps) {
  const engine = useEngine()
  // Kept as long as the dialog is open: what is being looked through must not change under the eyes.
  const { data } = useQuery({
    queryKey: ['passages of a search', asked],
    queryFn: ({ signal }) => passagesFound(engine, asked, signal),
    gcTime: 0,
  })
  return (
    <MarkManyDialog
      title={`Mark all passages of ${asked.query}`}
      places={data?.places}
      scope={
        data?.isCut === true && (
          <p role="status">
            The first {mostPlaces.toLocaleString('en')} passages, in the order of the best: narrow the search
            down for the others.
          </p>
        )
      }
      onClose={onClose}
    />
  )
}

/** More than these nobody looks through. */
const mostPlaces = 5_000
const hitsAtOnce = 200

interface FoundPlaces {
  readonly places: readonly Occurrence[]
  /** There were more than are told. */
  readonly isCut: boolean
}

async function passagesFound(engine: Engine, asked: Asked, signal: AbortSignal): Promise<FoundPlaces> {
  const places: Occurrence[] = []
  for (let offset = 0; ; offset += hitsAtOnce) {
    const page = { ...asked, kinds: ['source' as const], offset, limit: hitsAtOnce }
    const { hits, total } = await engine.ask('search.run', page, { signal })
    places.push(...hits.flatMap(occurrencesIn))
    const isCut = places.length > mostPlaces
    if (isCut || hits.length === 0 || offset + hitsAtOnce >= total)
      return { places: places.slice(0, mostPlaces), isCut }
  }
}

/** A place that is marked already is left out by the engine. */
function occurrencesIn({ source, title, passages }: SearchHit): Occurrence[] {
  if (source === null) return []
  return passages.map(({ start, end, text, snippet, snippetStart }) => ({
    source,
    sourceTitle: title,
    start,
    end,
    quote: text,
    context: snippet,
    quoteAt: start - snippetStart,
    highlight: null,
  }))
}
