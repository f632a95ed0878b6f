import { useMemo } from 'react'
import type { Engine } from '#contract/engine.ts'
import { useEngine } from '../session/session.tsx'
import type { Suggestion, SuggestionSource } from '../writing/writing.ts'

/** What `@` and `[[` offer in a brief: entities; sources by name, and marked passages by their words. */
export function useSuggestions(): SuggestionSource {
  const engine = useEngine()
  return useMemo(
    () => ({
      find: (trigger, typed) =>
        trigger === 'entity' ? findEntities(engine, typed) : findSources(engine, typed),
    }),
    [engine],
  )
}

const most = 8

async function findEntities(engine: Engine, query: string): Promise<Suggestion[]> {
  const { items } = await engine.ask('entities.list', { query, limit: most })
  return items.map(({ id, name, type }) => ({
    id,
    label: name,
    detail: type,
    inline: { kind: 'entity', entity: id, text: name },
  }))
}

async function findSources(engine: Engine, filter: string): Promise<Suggestion[]> {
  const { items } = await engine.ask('sources.list', { filter, limit: most })
  return items.map(({ id, title, label, publisher }) => ({
    id,
    label: title ?? label,
    ...(publisher !== null && { detail: publisher }),
    inline: { kind: 'source', source: id, text: title ?? label },
  }))
}
