import type { Migration } from './migration.ts'

/**
 * What the list of sources is sorted and narrowed down by, in narrow rows: a source's own row is wide, and its letters are as the
 * analyst wrote them. Triggers derive it (`search_letters` folds case and accents away), so undoing keeps it in step by itself.
 */
export const library: Migration = {
  version: 3,
  name: 'library',
  sql: `
CREATE TABLE library (
  -- The source's.
  key INTEGER PRIMARY KEY,
  -- All that is looked through when somebody types a few letters.
  letters TEXT NOT NULL,
  name TEXT NOT NULL,
  publisher TEXT,
  author TEXT,
  published TEXT,
  words INTEGER NOT NULL,
  -- How many of the four things that every article should say it does not.
  unstated INTEGER NOT NULL,
  untitled INTEGER NOT NULL
) STRICT;
CREATE INDEX library_by_name ON library (name);
CREATE INDEX library_by_publisher ON library (publisher);
CREATE INDEX library_by_author ON library (author);
CREATE INDEX library_by_published ON library (published);
CREATE INDEX library_by_words ON library (words);
CREATE INDEX library_by_unstated ON library (unstated);
CREATE INDEX library_untitled ON library (untitled);

CREATE VIEW library_rows (key, letters, name, publisher, author, published, words, unstated, untitled) AS
  SELECT key, search_letters(concat_ws(char(10), title, label, publisher, author)), search_letters(coalesce(title, label)),
    search_letters(publisher), search_letters(author), published_from, words,
    (title IS NULL) + (publisher IS NULL) + (author IS NULL) + (published IS NULL), title IS NULL
  FROM sources;

CREATE TRIGGER library_insert AFTER INSERT ON sources BEGIN
  INSERT INTO library SELECT * FROM library_rows WHERE key = new.key;
END;
CREATE TRIGGER library_update AFTER UPDATE OF title, label, publisher, author, published, published_from, words ON sources BEGIN
  REPLACE INTO library SELECT * FROM library_rows WHERE key = new.key;
END;
CREATE TRIGGER library_delete AFTER DELETE ON sources BEGIN
  DELETE FROM library WHERE key = old.key;
END;

INSERT INTO library SELECT * FROM library_rows;
`,
}
