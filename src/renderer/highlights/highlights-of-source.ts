import { notifyManager, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { Engine } from '#contract/engine.ts'
import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { useAnswer, useEngine } from '../session/session.tsx'
import type { TypesById } from './mark-looks.ts'
import { mergedHighlights } from './merged-highlights.ts'

/** The highlights of a source and the types of the casebook, as the reader and the pane beside it both show them. */

const none: readonly Highlight[] = []
const noTypes: readonly HighlightType[] = []

/** More than these are asked for with all the others. */
const fewEnough = 200

// Not named like a call: announcements do not make it old, `useKeepHighlights` follows them.
const keyOf = (source: SourceId) => ['kept highlights', source] as const

const listOf = (engine: Engine, source: SourceId) =>
  queryOptions<readonly Highlight[], Error, readonly Highlight[], ReturnType<typeof keyOf>>({
    queryKey: keyOf(source),
    queryFn: async ({ signal }) => (await engine.ask('highlights.list', { source }, { signal })).items,
    // Records of which none changed stay the same objects: `mergedHighlights` sees to that, and thousands need not be compared.
    structuralSharing: false,
    // What changes while nobody looks is not followed.
    gcTime: 0,
  })

export function useHighlightsOf(source: SourceId): readonly Highlight[] {
  const { data } = useQuery(listOf(useEngine(), source))
  return data ?? none
}

/**
 * Takes a highlight that was just made among those kept, without asking for it. Resolves once whoever shows them has been
 * told; where they are not here yet, once they are.
 */
export function useTakeIn(source: SourceId): (made: Highlight) => Promise<void> {
  const engine = useEngine()
  const answers = useQueryClient()
  return useCallback(
    async (made) => {
      // What could not be listed is shown as such where it is listed: the highlight is made all the same.
      await answers.ensureQueryData(listOf(engine, source)).catch(() => {})
      answers.setQueryData<readonly Highlight[]>(
        keyOf(source),
        (kept) => kept && mergedHighlights(kept, [made.id], [made]),
      )
      await new Promise<void>((resolve) => notifyManager.schedule(resolve))
    },
    [engine, answers, source],
  )
}

/**
 * Keeps the highlights of a source as they are in the casebook. A source may have thousands: only those that an
 * announcement names are asked for again.
 */
export function useKeepHighlights(source: SourceId): void {
  const engine = useEngine()
  const answers = useQueryClient()
  useEffect(() => {
    const all = () => answers.invalidateQueries({ queryKey: keyOf(source) })
    const some = async (ids: Highlight['id'][]) => {
      const { items } = await engine.ask('highlights.list', { source, ids })
      answers.setQueryData<readonly Highlight[]>(
        keyOf(source),
        (kept) => kept && mergedHighlights(kept, ids, items),
      )
    }
    const leave = engine.onEvent((event) => {
      if (event.name !== 'highlights.changed') return
      if (event.ids === null || event.ids.length > fewEnough) void all()
      // The ids of changed highlights are those of highlights. What cannot be asked for is asked for with the rest.
      else if (event.ids.length > 0) some(event.ids as Highlight['id'][]).catch(all)
    })
    return leave
  }, [engine, answers, source])
}

export function useHighlightTypes(): readonly HighlightType[] {
  return useAnswer('highlights.types', {}).data?.items ?? noTypes
}

export function useTypesById(): TypesById {
  const types = useHighlightTypes()
  return useMemo(() => new Map(types.map((type) => [type.id, type])), [types])
}
