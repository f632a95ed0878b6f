import type { Migration } from './migration.ts'

/**
 * Marked words are found as marks, beside the source they stand in: items of kind 4 hold a highlight's quote on the source it was made on. The
 * stretches of a mark with gaps are parted by `¶`, which no phrase reaches across.
 */
export const searchMarks: Migration = {
  version: 8,
  name: 'search-marks',
  sql: `
CREATE VIEW search_marks (key, item, title, body, boilerplate) AS
  SELECT key, key * 8 + 4, '', (
    SELECT group_concat(search_stream(quote), ' ¶ ' ORDER BY ordinal) FROM passages
    WHERE highlight = highlights.key AND source = highlights.source
  ), ''
  FROM highlights
  WHERE EXISTS (SELECT 1 FROM passages WHERE highlight = highlights.key AND source = highlights.source);

CREATE TRIGGER search_marks_insert AFTER INSERT ON passages BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (new.highlight * 8 + 4);
END;
CREATE TRIGGER search_marks_update AFTER UPDATE OF highlight, source, ordinal, quote ON passages BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (old.highlight * 8 + 4), (new.highlight * 8 + 4);
END;
CREATE TRIGGER search_marks_delete AFTER DELETE ON passages BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (old.highlight * 8 + 4);
END;
CREATE TRIGGER search_marks_home AFTER UPDATE OF source ON highlights BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (new.key * 8 + 4);
END;
CREATE TRIGGER search_marks_made AFTER INSERT ON highlights BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (new.key * 8 + 4);
END;
CREATE TRIGGER search_marks_gone AFTER DELETE ON highlights BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (old.key * 8 + 4);
END;

INSERT INTO search_words (rowid, title, body, boilerplate) SELECT item, title, body, boilerplate FROM search_marks;
`,
}
