import type { Entity } from '#contract/entities.ts'
import type { EntityId } from '#contract/ids.ts'
import { useAnswer } from '../session/session.tsx'

/** The entities with these ids, in their order; without those that are not known yet. */
export function useLinkedEntities(ids: readonly EntityId[]): readonly Entity[] {
  const { data } = useAnswer('entities.list', ids.length === 0 ? null : { ids: [...ids] }, { keep: true })
  return ids.flatMap((id) => data?.items.find((entity) => entity.id === id) ?? [])
}
