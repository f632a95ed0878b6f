import type { Migration } from './migration.ts'

/**
 * The index of words. FTS5 is fed with folded words joined by spaces (the functions `search_…` are the search station's), so
 * that the index and the marks in a text agree on what a word is. It keeps no copy of the texts (contentless). A row is found
 * by its item, `key * 8 + kind`: 0 source, 1 note of a highlight, 2 entity, 3 brief.
 *
 * The views say what the index holds of each table; triggers copy from them within the transaction that changes a row. Undoing
 * changes rows too, so it keeps the index in step by itself. A source's chunks must be there before the source. `¶` parts what no
 * phrase may reach across.
 */
export const search: Migration = {
  version: 2,
  name: 'search',
  sql: `
CREATE VIRTUAL TABLE search_words USING fts5 (
  title, body, boilerplate, content = '', contentless_delete = 1, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_words, 'row');

-- What is said about a source, by the source's key.
CREATE VIRTUAL TABLE search_metadata USING fts5 (
  publisher, author, dateline, content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE INDEX search_by_published ON sources (published_from, published_to);

CREATE VIEW search_sources (key, item, title, body, boilerplate) AS
  SELECT key, key * 8, search_stream(title),
    search_body((SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = sources.text), zones),
    CASE WHEN instr(zones, 'boilerplate') = 0 THEN '' ELSE search_boilerplate(
      (SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = sources.text), zones
    ) END
  FROM sources;

CREATE VIEW search_notes (key, item, title, body, boilerplate) AS
  SELECT key, key * 8 + 1, '', search_prose(note), '' FROM highlights WHERE note IS NOT NULL;

CREATE VIEW search_entities (key, item, title, body, boilerplate) AS
  SELECT key, key * 8 + 2, concat_ws(' ¶ ', search_stream(name), (
    SELECT group_concat(search_stream(alias), ' ¶ ' ORDER BY ordinal) FROM entity_aliases WHERE entity = entities.key
  )), search_prose(notes), ''
  FROM entities;

CREATE VIEW search_briefs (key, item, title, body, boilerplate) AS
  SELECT key, key * 8 + 3, search_stream(title), search_prose(prose), '' FROM briefs;

CREATE VIEW search_said (key, publisher, author, dateline) AS
  SELECT key, search_stream(publisher), search_stream(author), search_stream(dateline) FROM sources;

CREATE TRIGGER search_sources_insert AFTER INSERT ON sources BEGIN
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_sources WHERE key = new.key;
END;
CREATE TRIGGER search_sources_update AFTER UPDATE OF text, zones, title ON sources BEGIN
  DELETE FROM search_words WHERE rowid = new.key * 8 + 0;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_sources WHERE key = new.key;
END;
CREATE TRIGGER search_sources_delete AFTER DELETE ON sources BEGIN
  DELETE FROM search_words WHERE rowid = old.key * 8 + 0;
END;

CREATE TRIGGER search_highlights_insert AFTER INSERT ON highlights BEGIN
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_notes WHERE key = new.key;
END;
CREATE TRIGGER search_highlights_update AFTER UPDATE OF note ON highlights BEGIN
  DELETE FROM search_words WHERE rowid = new.key * 8 + 1;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_notes WHERE key = new.key;
END;
CREATE TRIGGER search_highlights_delete AFTER DELETE ON highlights BEGIN
  DELETE FROM search_words WHERE rowid = old.key * 8 + 1;
END;

CREATE TRIGGER search_entities_insert AFTER INSERT ON entities BEGIN
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_entities WHERE key = new.key;
END;
CREATE TRIGGER search_entities_update AFTER UPDATE OF name, notes ON entities BEGIN
  DELETE FROM search_words WHERE rowid = new.key * 8 + 2;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_entities WHERE key = new.key;
END;
CREATE TRIGGER search_entities_delete AFTER DELETE ON entities BEGIN
  DELETE FROM search_words WHERE rowid = old.key * 8 + 2;
END;

CREATE TRIGGER search_entity_aliases_insert AFTER INSERT ON entity_aliases BEGIN
  DELETE FROM search_words WHERE rowid = new.entity * 8 + 2;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_entities WHERE key = new.entity;
END;
CREATE TRIGGER search_entity_aliases_update AFTER UPDATE OF entity, ordinal, alias ON entity_aliases BEGIN
  DELETE FROM search_words WHERE rowid = new.entity * 8 + 2;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_entities WHERE key = new.entity;
END;
CREATE TRIGGER search_entity_aliases_delete AFTER DELETE ON entity_aliases BEGIN
  DELETE FROM search_words WHERE rowid = old.entity * 8 + 2;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_entities WHERE key = old.entity;
END;

CREATE TRIGGER search_briefs_insert AFTER INSERT ON briefs BEGIN
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_briefs WHERE key = new.key;
END;
CREATE TRIGGER search_briefs_update AFTER UPDATE OF title, prose ON briefs BEGIN
  DELETE FROM search_words WHERE rowid = new.key * 8 + 3;
  INSERT INTO search_words (rowid, title, body, boilerplate)
    SELECT item, title, body, boilerplate FROM search_briefs WHERE key = new.key;
END;
CREATE TRIGGER search_briefs_delete AFTER DELETE ON briefs BEGIN
  DELETE FROM search_words WHERE rowid = old.key * 8 + 3;
END;

CREATE TRIGGER search_said_insert AFTER INSERT ON sources BEGIN
  INSERT INTO search_metadata (rowid, publisher, author, dateline)
    SELECT key, publisher, author, dateline FROM search_said WHERE key = new.key;
END;
CREATE TRIGGER search_said_update AFTER UPDATE OF publisher, author, dateline ON sources BEGIN
  DELETE FROM search_metadata WHERE rowid = new.key;
  INSERT INTO search_metadata (rowid, publisher, author, dateline)
    SELECT key, publisher, author, dateline FROM search_said WHERE key = new.key;
END;
CREATE TRIGGER search_said_delete AFTER DELETE ON sources BEGIN
  DELETE FROM search_metadata WHERE rowid = old.key;
END;

INSERT INTO search_words (rowid, title, body, boilerplate)
  SELECT item, title, body, boilerplate FROM search_sources
  UNION ALL SELECT item, title, body, boilerplate FROM search_notes
  UNION ALL SELECT item, title, body, boilerplate FROM search_entities
  UNION ALL SELECT item, title, body, boilerplate FROM search_briefs;
INSERT INTO search_metadata (rowid, publisher, author, dateline)
  SELECT key, publisher, author, dateline FROM search_said;
`,
}
