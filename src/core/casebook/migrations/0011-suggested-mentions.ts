import type { Migration } from './migration.ts'

/**
 * Passages that may name an entity: what was found is a suggestion until the analyst decides. A confirmed one is a link and leaves this
 * table; a rejected one stays, so that it is not suggested again. Offsets in UTF-16 code units on the source's text.
 */
export const suggestedMentions: Migration = {
  version: 11,
  name: 'suggested-mentions',
  sql: `
CREATE TABLE suggested_mentions (
  key INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key) DEFERRABLE INITIALLY DEFERRED,
  source INTEGER NOT NULL REFERENCES sources (key) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('suggested', 'rejected')),
  -- By what it was found, in words for the analyst.
  rule TEXT NOT NULL,
  created TEXT NOT NULL,
  UNIQUE (entity, source, start, end)
) STRICT;
CREATE INDEX suggested_mentions_by_source ON suggested_mentions (source);
`,
}
