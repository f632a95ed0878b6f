import type { Migration } from './migration.ts'

/**
 * Bringing in a source writes less. Any trigger on a statement makes SQLite keep a copy of every page that the statement changes, in a
 * temporary file, so what can wait for the end of the transaction does:
 * - the rows of `library` (0003) are brought up to date there too (`refresh-index.ts`); 6 stands for them among the stale items of 0007,
 * - the least fingerprints (0005) are written by whoever writes the others: they need no trigger, and no list of numbers as JSON,
 * - two indexes go that no question used.
 */
export const rowsInBatches: Migration = {
  version: 12,
  name: 'rows-in-batches',
  sql: `
DROP TRIGGER search_sources_insert;
DROP TRIGGER search_sources_delete;
DROP TRIGGER search_said_insert;
DROP TRIGGER search_said_delete;
DROP TRIGGER library_insert;
DROP TRIGGER library_update;
DROP TRIGGER library_delete;

CREATE TRIGGER stale_sources_insert AFTER INSERT ON sources BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (new.key * 8), (new.key * 8 + 6), (new.key * 8 + 7);
END;
CREATE TRIGGER stale_sources_delete AFTER DELETE ON sources BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (old.key * 8), (old.key * 8 + 6), (old.key * 8 + 7);
END;
CREATE TRIGGER library_update AFTER UPDATE OF title, label, publisher, author, published, published_from, words ON sources BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (new.key * 8 + 6);
END;

DROP TRIGGER shingles_insert;
DROP TRIGGER shingles_of_source;
DROP TRIGGER shingles_of_text;
${printing('shingles_of_source', 'AFTER INSERT')}
${printing('shingles_of_text', 'AFTER UPDATE OF text')}

DROP INDEX sources_by_published;
DROP INDEX sources_by_publisher;
`,
}

/** Importing brings the fingerprints along; whoever else writes a source need not think of them. */
function printing(name: string, event: string): string {
  return `CREATE TRIGGER ${name} ${event} ON sources
WHEN NOT EXISTS (SELECT 1 FROM shingles WHERE text = new.text) BEGIN
  INSERT INTO shingles VALUES (new.text, shingles_prints(
    (SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = new.text)
  ));
  INSERT OR IGNORE INTO least_shingles
    SELECT value, new.text FROM json_each((SELECT shingles_least(prints) FROM shingles WHERE text = new.text));
END;`
}
