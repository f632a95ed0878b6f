import { useQuery } from '@tanstack/react-query'
import type { Engine } from '#contract/engine.ts'
import type { Occurrence } from '#contract/highlights.ts'
import type { SearchHit } from '#contract/search.ts'
import type { Asked } from '../../search/search.tsx'
import { useEngine } from '../../session/session.tsx'

/** More than these nobody looks through. */
const mostPlaces = 5_000
const hitsAtOnce = 200

export interface FoundPlaces {
  readonly places: readonly Occurrence[]
  /** There were more than are told. */
  readonly isCut: boolean
}

/**
 * All passages of a search in the texts of sources; undefined while they are sought. Kept as long as they are shown: what is being
 * looked through must not change under the eyes.
 */
export function useFoundPlaces(asked: Asked): FoundPlaces | undefined {
  const engine = useEngine()
  const { data } = useQuery({
    queryKey: ['passages of a search', asked],
    queryFn: ({ signal }) => passagesFound(engine, asked, signal),
    gcTime: 0,
  })
  return data
}

/** Says so where there were more passages than anybody looks through. */
export function CutNotice({ found }: { readonly found: FoundPlaces | undefined }) {
  if (found?.isCut !== true) return null
  return (
    <p role="status">
      The first {mostPlaces.toLocaleString('en')} passages, in the order of the best: narrow the search down
      for the others.
    </p>
  )
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
