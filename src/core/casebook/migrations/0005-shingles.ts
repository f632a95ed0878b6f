import type { Migration } from './migration.ts'

/**
 * The index of shingles: what a text has in common with others. It belongs to the text, which never changes, and not to the source:
 * so undoing and deleting sources needs nothing here, and it goes when the text goes. The functions are the sources station's.
 *
 * `prints` are the fingerprints of a text, 4 bytes each, little-endian. The least of them are looked up by themselves, to find
 * texts that are alike in large part without reading all.
 */
export const shingles: Migration = {
  version: 5,
  name: 'shingles',
  sql: `
CREATE TABLE shingles (
  text INTEGER PRIMARY KEY REFERENCES texts (key) ON DELETE CASCADE,
  prints BLOB NOT NULL
) STRICT;

CREATE TABLE least_shingles (
  print INTEGER NOT NULL,
  text INTEGER NOT NULL,
  PRIMARY KEY (print, text)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER shingles_insert AFTER INSERT ON shingles BEGIN
  INSERT OR IGNORE INTO least_shingles SELECT value, new.text FROM json_each(shingles_least(new.prints));
END;
CREATE TRIGGER shingles_delete AFTER DELETE ON shingles BEGIN
  DELETE FROM least_shingles WHERE text = old.text AND print IN (SELECT value FROM json_each(shingles_least(old.prints)));
END;

-- Importing brings the fingerprints along; whoever else writes a source need not think of them. A source's chunks must be there
-- before the source.
CREATE TRIGGER shingles_of_source AFTER INSERT ON sources
WHEN NOT EXISTS (SELECT 1 FROM shingles WHERE text = new.text) BEGIN
  INSERT INTO shingles VALUES (new.text, shingles_prints(
    (SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = new.text)
  ));
END;

CREATE TRIGGER shingles_of_text AFTER UPDATE OF text ON sources
WHEN NOT EXISTS (SELECT 1 FROM shingles WHERE text = new.text) BEGIN
  INSERT INTO shingles VALUES (new.text, shingles_prints(
    (SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = new.text)
  ));
END;

INSERT INTO shingles SELECT key, shingles_prints(
  (SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = texts.key)
) FROM texts;

-- An article is looked for by its address, to find the version before it.
CREATE INDEX sources_by_url ON sources (url) WHERE url IS NOT NULL;
`,
}
