import { useMemo } from 'react'
import type { Engine } from '#contract/engine.ts'
import { useEngine } from '../session/session.tsx'
import type { Suggestion, SuggestionSource } from './suggestions.tsx'

/** What `@` and `[[` offer: entities; sources by name, and marked passages by their words. */
export function useSuggestions(): SuggestionSource {
  const engine = useEngine()
  return useMemo(
    () => ({
      find: async (trigger, typed) => {
        if (trigger === 'entity') return findEntities(engine, typed)
        const [sources, passages] = await Promise.all([
          findSources(engine, typed),
          findPassages(engine, typed),
        ])
        return [...sources, ...passages]
      },
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
  const { items } = await engine.ask('sources.list', { filter, limit: most / 2 })
  return items.map(({ id, title, label, publisher }) => ({
    id,
    label: title ?? label,
    detail: publisher ?? 'source',
    inline: { kind: 'source', source: id, text: title ?? label },
  }))
}

async function findPassages(engine: Engine, words: string): Promise<Suggestion[]> {
  const { items } = await engine.ask('briefs.passages', { words, limit: most / 2 })
  return items.map(({ citation: { highlight, quote } }) => ({
    id: highlight,
    label: `“${quote}”`,
    detail: 'cite',
    inline: { kind: 'citation', highlight },
  }))
}
