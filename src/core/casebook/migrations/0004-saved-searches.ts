import type { Migration } from './migration.ts'

/** Searches kept by name, what the analyst has seen of them, and the queries that were asked last. */
export const savedSearches: Migration = {
  version: 4,
  name: 'saved-searches',
  sql: `
CREATE TABLE saved_searches (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  -- What narrows it down, as the contract writes it (JSON).
  filters TEXT NOT NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;

-- What a saved search had found when the analyst looked last. Looking is no step that could be undone, so the journal does not
-- keep it; by id, for the row outlives a deletion that is undone.
CREATE TABLE searches_seen (
  search TEXT PRIMARY KEY,
  looked TEXT NOT NULL,
  -- Items of the index in ascending order: the distance of each from the one before, seven bits to a byte.
  found BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The last queries, each of them once. What was typed is no work that could be undone.
CREATE TABLE search_history (
  query TEXT PRIMARY KEY,
  asked TEXT NOT NULL,
  -- Queries of one moment keep their order.
  ordinal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
