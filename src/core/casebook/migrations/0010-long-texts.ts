import type { Migration } from './migration.ts'

/**
 * Which words stand in which pieces of a long text, so that a passage in a text of a million characters is cut without reading all of
 * it. A piece is found by its source and the place where it begins: `key << 30 | start`; `search_cut` (the search station's)
 * says what a piece is. Only whether a word stands there is kept (`detail = none`); the words themselves are counted in `search_words`.
 */
export const longTexts: Migration = {
  version: 10,
  name: 'long-texts',
  sql: `
CREATE VIRTUAL TABLE search_pieces USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE VIEW search_long_texts (key, piece, words) AS
  SELECT sources.key, (sources.key << 30) + start + json_extract(cut.value, '$.start'), json_extract(cut.value, '$.words')
  FROM sources
  JOIN texts ON texts.key = sources.text
  JOIN text_chunks ON text_chunks.text = texts.key
  JOIN json_each(search_cut(chunk, (
    SELECT substr(chunk, 1, 256) FROM text_chunks AS next
    WHERE next.text = texts.key AND next.start > text_chunks.start ORDER BY next.start LIMIT 1
  ))) AS cut
  WHERE texts.length > 65536;

INSERT INTO search_pieces (rowid, words) SELECT piece, words FROM search_long_texts;
`,
}
