import type { Migration } from './migration.ts'

/**
 * The first format. Tables whose rows the analyst can change have an integer `key` and are kept by the undo
 * journal; originals and texts never change, so the journal need not copy them.
 */
export const first: Migration = {
  version: 1,
  name: 'first',
  sql: `
CREATE TABLE settings (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- The bytes as they were brought in, compressed.
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  packing TEXT NOT NULL CHECK (packing IN ('none', 'zstd')),
  packed BLOB NOT NULL
) STRICT;

-- A text by its words: length in UTF-16 code units, sha256 of its UTF-8.
CREATE TABLE texts (
  key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  structure TEXT NOT NULL
) STRICT;
CREATE INDEX texts_by_sha256 ON texts (sha256);

-- In pieces, so that a passage is cut from one or two of them. 'start' in UTF-16 code units.
CREATE TABLE text_chunks (
  key INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES texts (key) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  chunk TEXT NOT NULL,
  UNIQUE (text, start)
) STRICT;

CREATE TABLE sources (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  original TEXT NOT NULL REFERENCES originals (sha256),
  -- Which part of the original, where it holds several sources (a chapter, a row, an attachment).
  part TEXT,
  text INTEGER NOT NULL REFERENCES texts (key),
  path TEXT,
  -- Where it stands on the web, if the file says so. Never visited.
  url TEXT,
  label TEXT NOT NULL,
  format TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  author TEXT,
  dateline TEXT,
  published TEXT,
  -- First and last day that 'published' may mean, for ranges and sorting.
  published_from TEXT,
  published_to TEXT,
  updated TEXT,
  language TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  words INTEGER NOT NULL,
  imported TEXT NOT NULL,
  evidence TEXT NOT NULL,
  zones TEXT NOT NULL,
  replaces INTEGER REFERENCES sources (key) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX sources_by_original ON sources (original);
CREATE INDEX sources_by_text ON sources (text);
CREATE INDEX sources_by_replaces ON sources (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX sources_by_title ON sources (title COLLATE NOCASE);
CREATE INDEX sources_by_published ON sources (published_from);
CREATE INDEX sources_by_publisher ON sources (publisher COLLATE NOCASE);

CREATE TABLE highlight_types (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  underline TEXT NOT NULL,
  shortcut INTEGER
) STRICT;
-- The set that a casebook begins with. From then on it is the casebook's own.
INSERT INTO highlight_types (id, name, colour, underline, shortcut) VALUES
  ('type_fact', 'Fact', 'green', 'solid', 1),
  ('type_quote', 'Quote', 'blue', 'dotted', 2),
  ('type_claim', 'Claim', 'yellow', 'dashed', 3),
  ('type_number', 'Number', 'teal', 'double', 4),
  ('type_date', 'Date', 'purple', 'solid', 5),
  ('type_doubt', 'Doubt', 'red', 'wavy', 6),
  ('type_background', 'Background', 'pink', 'dotted', 7),
  ('type_tocheck', 'To check', 'orange', 'dashed', 8);

CREATE TABLE highlights (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source INTEGER NOT NULL REFERENCES sources (key) DEFERRABLE INITIALLY DEFERRED,
  type INTEGER REFERENCES highlight_types (key) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  -- The identifier that an imported annotation had where it was made; null for what was marked here.
  iri TEXT,
  -- What an imported annotation said that Casebook has no word for; given back on export.
  foreign_properties TEXT,
  created TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;
CREATE INDEX highlights_by_iri ON highlights (iri) WHERE iri IS NOT NULL;
CREATE INDEX highlights_by_source ON highlights (source);
CREATE INDEX highlights_by_type ON highlights (type);

-- Where a highlight stands: on the source it was made on (highlights.source), and on each newer version of that
-- source that it was carried to.
CREATE TABLE passages (
  key INTEGER PRIMARY KEY,
  highlight INTEGER NOT NULL REFERENCES highlights (key) DEFERRABLE INITIALLY DEFERRED,
  source INTEGER NOT NULL REFERENCES sources (key) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_highlight ON passages (highlight, source, ordinal);
CREATE INDEX passages_by_place ON passages (source, start, highlight) WHERE ordinal = 0;

-- What became of a highlight on a newer version. Without a row it stands there exactly; an orphan has no passages.
CREATE TABLE anchorings (
  key INTEGER PRIMARY KEY,
  highlight INTEGER NOT NULL REFERENCES highlights (key) DEFERRABLE INITIALLY DEFERRED,
  source INTEGER NOT NULL REFERENCES sources (key) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'fuzzy', 'orphan')),
  score REAL,
  reason TEXT,
  UNIQUE (highlight, source)
) STRICT;
CREATE INDEX anchorings_by_source ON anchorings (source, state);

CREATE TABLE tags (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE highlight_tags (
  key INTEGER PRIMARY KEY,
  highlight INTEGER NOT NULL REFERENCES highlights (key) DEFERRABLE INITIALLY DEFERRED,
  tag INTEGER NOT NULL REFERENCES tags (key) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (highlight, tag)
) STRICT;
CREATE INDEX highlight_tags_by_tag ON highlight_tags (tag);

CREATE TABLE entities (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  notes TEXT,
  iri TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;
CREATE INDEX entities_by_name ON entities (name COLLATE NOCASE);

CREATE TABLE entity_aliases (
  key INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  alias TEXT NOT NULL
) STRICT;
CREATE INDEX entity_aliases_by_entity ON entity_aliases (entity, ordinal);

CREATE TABLE entity_links (
  key INTEGER PRIMARY KEY,
  highlight INTEGER NOT NULL REFERENCES highlights (key) DEFERRABLE INITIALLY DEFERRED,
  entity INTEGER NOT NULL REFERENCES entities (key) DEFERRABLE INITIALLY DEFERRED,
  created TEXT NOT NULL,
  UNIQUE (highlight, entity)
) STRICT;
CREATE INDEX entity_links_by_entity ON entity_links (entity);

CREATE TABLE briefs (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  prose TEXT NOT NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;

-- Which highlights a brief cites. By id: a citation outlives its highlight and is then shown as missing.
CREATE TABLE citations (
  key INTEGER PRIMARY KEY,
  brief INTEGER NOT NULL REFERENCES briefs (key) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL,
  highlight TEXT NOT NULL
) STRICT;
CREATE INDEX citations_by_brief ON citations (brief, ordinal);
CREATE INDEX citations_by_highlight ON citations (highlight);

CREATE TABLE journal_steps (
  step INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  call TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  -- Steps with the same words here, close together, are one (typing in a brief).
  merge TEXT,
  -- {station: [ids] or null}: what to announce.
  touched TEXT NOT NULL
) STRICT;

-- 'image' is the row as it is NOT now: undoing and redoing swap it with the table's.
CREATE TABLE journal_rows (
  step INTEGER NOT NULL REFERENCES journal_steps (step) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete')),
  key INTEGER NOT NULL,
  image TEXT,
  PRIMARY KEY (step, seq)
) STRICT, WITHOUT ROWID;
`,
}
