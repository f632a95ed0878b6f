import { useMemo } from 'react'
import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { useAnswer } from '../session/session.tsx'
import type { TypesById } from './mark-looks.ts'

/** The highlights of a source and the types of the casebook, as the reader and the pane beside it both show them. */

const none: readonly Highlight[] = []
const noTypes: readonly HighlightType[] = []

export function useHighlightsOf(source: SourceId): readonly Highlight[] {
  return useAnswer('highlights.list', { source }).data?.items ?? none
}

export function useHighlightTypes(): readonly HighlightType[] {
  return useAnswer('highlights.types', {}).data?.items ?? noTypes
}

export function useTypesById(): TypesById {
  const types = useHighlightTypes()
  return useMemo(() => new Map(types.map((type) => [type.id, type])), [types])
}
