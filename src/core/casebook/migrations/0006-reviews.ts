import type { Migration } from './migration.ts'

/** What the analyst has looked at after a newer version came, and the order in which they list their types. */
export const reviews: Migration = {
  version: 6,
  name: 'reviews',
  sql: `
-- When the analyst agreed to this outcome or rejected it; null while nobody has looked.
ALTER TABLE anchorings ADD COLUMN reviewed TEXT;
CREATE INDEX anchorings_to_review ON anchorings (source) WHERE reviewed IS NULL;

-- Null only where a step from before this column was undone.
ALTER TABLE highlight_types ADD COLUMN place INTEGER;
UPDATE highlight_types SET place = ordered.place FROM (
  SELECT key, row_number() OVER (ORDER BY shortcut NULLS LAST, name COLLATE NOCASE) AS place FROM highlight_types
) AS ordered WHERE ordered.key = highlight_types.key;
`,
}
