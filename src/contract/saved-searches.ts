import { z } from 'zod'
import { command, question } from './calls.ts'
import { briefId, entityId, highlightId, searchId, sourceId } from './ids.ts'
import { searchKind, searchScope, searchSort } from './search.ts'

/** Searches that are worth asking again: kept by name, with what is new in them; and the last ones that were typed. */

/** What narrows a query down beside its words, as `search.run` takes it, and the order of its hits. */
export const searchFilters = searchScope.extend({
  kinds: z.array(searchKind).optional(),
  sort: searchSort.optional(),
})
export type SearchFilters = z.infer<typeof searchFilters>

export const savedSearch = z.object({
  id: searchId,
  name: z.string(),
  query: z.string(),
  filters: searchFilters,
  created: z.string(),
  /** When the analyst looked at its results last; null where they never did. */
  looked: z.string().nullable(),
})
export type SavedSearch = z.infer<typeof savedSearch>

/** What a saved search finds now that it did not find when the analyst looked last. Nothing is new in one never looked at. */
export const searchNews = z.object({
  total: z.int(),
  fresh: z.int(),
  /** The new ones, those added last first; of many only 1,000. */
  ids: z.array(z.union([sourceId, highlightId, entityId, briefId])),
})
export type SearchNews = z.infer<typeof searchNews>

/** A query as it was asked, and when. */
export const askedQuery = z.object({ query: z.string(), asked: z.string() })
export type AskedQuery = z.infer<typeof askedQuery>

const nonEmptyName = z.string().trim().min(1, { error: 'A saved search needs a name' })

export const savedSearchesCalls = {
  /** By name. */
  'search.saved': question(z.object({}), z.object({ items: z.array(savedSearch) })),
  /** What is found at the moment of saving counts as seen. */
  'search.save': command(
    z.object({ name: nonEmptyName, query: z.string(), filters: searchFilters.optional() }),
    savedSearch,
  ),
  'search.changeSaved': command(
    z.object({
      id: searchId,
      set: z.object({
        name: nonEmptyName.optional(),
        query: z.string().optional(),
        filters: searchFilters.optional(),
      }),
    }),
    savedSearch,
  ),
  'search.deleteSaved': command(z.object({ ids: z.array(searchId).min(1) }), z.object({ deleted: z.int() })),
  'search.news': question(z.object({ id: searchId }), searchNews),
  /** Tells the news, and that they have been seen. Looking is no step of the history: undo does not take it back. */
  'search.look': command(z.object({ id: searchId }), searchNews),
  /** The queries that were asked last, newest first, each of them once. */
  'search.history': question(
    z.object({ limit: z.int().positive().optional() }),
    z.object({ items: z.array(askedQuery) }),
  ),
  /** Keeps a query in the history of searches; no step either. */
  'search.remember': command(z.object({ query: z.string().trim().min(1) }), z.object({})),
  /** Forgets one query of the history, or all of them. For good. */
  'search.forget': command(z.object({ query: z.string().optional() }), z.object({ forgotten: z.int() })),
} as const
