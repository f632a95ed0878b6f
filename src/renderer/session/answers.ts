import { QueryClient } from '@tanstack/react-query'
import type { CallName, Engine, EngineEvent, Station } from '#contract/engine.ts'

/** Keeps copies of the engine's answers, and throws away those that an announcement has made old. */

export function newAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // An answer is good until the engine announces otherwise. There is no network to wait for.
      queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  })
}

/** @returns its own undo */
export function followEngine(answers: QueryClient, engine: Engine): () => void {
  return engine.onEvent((event) => {
    if (event.name === 'casebook.saveFailed') return
    void answers.invalidateQueries({
      predicate: ({ queryKey: [name, input] }) => growsOld(name as CallName, input, event),
    })
  })
}

type Change = Exclude<EngineEvent, { name: 'casebook.saveFailed' }>

/** Stations whose answers speak of another's records: a count, a name, a quotation. */
const speaksOf: Readonly<Record<Station, readonly Station[]>> = {
  casebook: ['casebook', 'sources', 'highlights', 'entities', 'briefs'],
  sources: ['sources', 'highlights'],
  highlights: ['highlights', 'sources', 'entities'],
  entities: ['entities', 'highlights', 'sources'],
  briefs: ['briefs', 'highlights', 'sources'],
  search: ['sources', 'highlights', 'entities', 'briefs', 'search'],
}

/** Calls that speak of less than their station does, or of more. */
const callSpeaksOf: Readonly<Partial<Record<CallName, readonly Station[]>>> = {
  // What is found does not depend on what is kept of searches.
  'search.run': ['sources', 'highlights', 'entities', 'briefs'],
  'search.inSource': ['sources', 'highlights', 'entities', 'briefs'],
  'search.entities': ['entities'],
  'search.titles': ['sources'],
  'search.saved': ['search'],
  'search.history': ['search'],
}

/** Answers about one record that depend on that record alone. */
const ofOneRecord: ReadonlySet<CallName> = new Set(['sources.read', 'sources.original'])

/** Whether an announcement makes the answer to this question old. */
export function growsOld(name: CallName, input: unknown, { name: announced, ids }: Change): boolean {
  const changed = announced.slice(0, announced.indexOf('.')) as Station
  // Exports are no station of their own: what they show is asked for when it is wanted.
  const station = name.slice(0, name.indexOf('.')) as Station
  if (!(callSpeaksOf[name] ?? speaksOf[station] ?? []).includes(changed)) return false
  if (!ofOneRecord.has(name)) return true
  return station === changed && (ids === null || ids.includes(idIn(input)))
}

function idIn(input: unknown): string {
  return typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : ''
}
