import type { Value } from '../casebook/casebook.ts'
import { phraseOf } from './match-words.ts'
import type { TableLeaf } from './query.ts'

/** The fields of a query as conditions on the rows of `search_words`. What is said about a source holds for its notes too. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** The row of the index. `+` keeps SQLite from asking FTS5 once for every row of a list. */
export const ITEM = '+search_words.rowid'

export function compileTableLeaf(leaf: TableLeaf): Condition {
  switch (leaf.op) {
    case 'metadata':
      return itemsOfSources('SELECT rowid FROM search_metadata WHERE search_metadata MATCH ?', [
        `{${leaf.field}} : ${phraseOf(leaf.of)}`,
      ])
    case 'published':
      // An undated source has no first day, and so never satisfies a range.
      return itemsOfSources('SELECT key FROM sources WHERE published_from <= ? AND published_to >= ?', [
        leaf.range.last,
        leaf.range.first,
      ])
    case 'entity':
      return itemsOfHighlights(ENTITY_HIGHLIGHTS, [leaf.name, leaf.name])
    case 'tag':
      return itemsOfHighlights(TAG_HIGHLIGHTS, [leaf.name])
  }
}

/** The highlights linked to an entity of this name or alias: folded, so in any spelling of case and accents. */
export const ENTITY_HIGHLIGHTS = `SELECT highlight FROM entity_links WHERE entity IN (
  SELECT key FROM entities WHERE search_stream(name) = ?
  UNION SELECT entity FROM entity_aliases WHERE search_stream(alias) = ?)`

export const TAG_HIGHLIGHTS = `SELECT highlight FROM highlight_tags WHERE tag IN (
  SELECT key FROM tags WHERE search_stream(name) = ?)`

function itemsOfSources(keys: string, values: readonly Value[]): Condition {
  return {
    sql: `${ITEM} IN (WITH found AS MATERIALIZED (${keys})
      SELECT key * 8 FROM sources WHERE key IN found
      UNION ALL SELECT key * 8 + 1 FROM highlights WHERE source IN found)`,
    values,
  }
}

function itemsOfHighlights(keys: string, values: readonly Value[]): Condition {
  return {
    sql: `${ITEM} IN (WITH found AS MATERIALIZED (${keys})
      SELECT source * 8 FROM passages WHERE highlight IN found
      UNION ALL SELECT highlight * 8 + 1 FROM found)`,
    values,
  }
}
