import { parseDateRange } from '#text/date-range.ts'
import type { Value } from '../../casebook/casebook.ts'
import { itemKinds } from '../index/found-items.ts'
import type { Marked, Possession, TableLeaf, Whole, Words } from '../language/query.ts'
import { phraseOf } from './match-words.ts'

/** The fields of a query as conditions on the rows of `search_words`. What is said about a source holds for its notes too. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** The row of the index. `+` keeps SQLite from asking FTS5 once for every row of a list. */
export const ITEM = '+search_words.rowid'

export function compileTableLeaf(leaf: TableLeaf): Condition {
  switch (leaf.op) {
    case 'looked-up':
      return {
        sql: `${ITEM} IN (SELECT value FROM json_each(?))`,
        values: [JSON.stringify(leaf.items)],
      }
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
    case 'imported':
      return itemsOfSources('SELECT key FROM sources WHERE substr(imported, 1, 10) BETWEEN ? AND ?', [
        leaf.range.first,
        leaf.range.last,
      ])
    case 'source':
      return itemsOfSources(
        `SELECT key FROM sources WHERE id = ?
         UNION SELECT rowid >> 3 FROM search_words WHERE search_words MATCH ? AND rowid & 7 = 0
         UNION ${LABELLED}`,
        [leaf.id, `{title} : ${phraseOf(leaf.of)}`, ...labelValues(leaf.of)],
      )
    case 'lang':
      return itemsOfSources(`SELECT key FROM sources WHERE language = ? OR language LIKE ? || '-%'`, [
        leaf.code,
        leaf.code,
      ])
    case 'has':
      return has(leaf.what)
    case 'kind':
      return { sql: `${ITEM} & 7 = ?`, values: [itemKinds.indexOf(leaf.kind)] }
    case 'entity':
    case 'tag':
    case 'type':
      return itemsOfHighlights(HIGHLIGHTS[leaf.op], markedValues(leaf))
    case 'whole':
      return withWhole(leaf)
    case 'grade':
      return NONE
  }
}

/** The words side by side in the name of its file. The library's folded letters leave few names to be cut into words. */
const LABELLED = `
  SELECT key FROM sources WHERE key IN (SELECT key FROM library WHERE instr(letters, ?))
    AND instr(' ' || search_stream(label) || ' ', ?)`

/** What the question marks of `LABELLED` stand for. */
function labelValues({ words, prefix }: Words): string[] {
  return [words[0] ?? '', ` ${words.join(' ')}${prefix ? '' : ' '}`]
}

const NONE: Condition = { sql: '0', values: [] }

function withWhole({ facet, value }: Whole): Condition {
  switch (facet) {
    case 'kind':
      return { sql: `${ITEM} & 7 = ?`, values: [(itemKinds as readonly string[]).indexOf(value)] }
    case 'publisher':
    case 'author':
      // The folded letters have an index; the letters themselves decide.
      return itemsOfSources(
        `SELECT key FROM sources WHERE ${facet} = ? AND key IN (SELECT key FROM library WHERE ${facet} = search_letters(?))`,
        [value, value],
      )
    case 'language':
      return itemsOfSources('SELECT key FROM sources WHERE language = ?', [value])
    case 'month': {
      const range = parseDateRange(value)
      return range === null ? NONE : compileTableLeaf({ op: 'published', range })
    }
    case 'type':
    case 'tag':
    case 'entity':
      return itemsOfHighlights(HIGHLIGHTS_NAMED[facet], [value])
    case 'grade':
      return NONE
  }
}

/** The highlights of a name. Folded, so in any spelling of case and accents; an entity's aliases count as its name. */
export const HIGHLIGHTS = {
  entity: `SELECT highlight FROM entity_links WHERE entity IN (
    SELECT key FROM entities WHERE search_stream(name) = ?
    UNION SELECT entity FROM entity_aliases WHERE search_stream(alias) = ?)`,
  tag: `SELECT highlight FROM highlight_tags WHERE tag IN (SELECT key FROM tags WHERE search_stream(name) = ?)`,
  type: `SELECT key AS highlight FROM highlights WHERE type IN (
    SELECT key FROM highlight_types WHERE search_stream(name) = ?)`,
} as const

/** The highlights of a name as it is written, letter by letter. */
export const HIGHLIGHTS_NAMED = {
  entity: 'SELECT highlight FROM entity_links WHERE entity IN (SELECT key FROM entities WHERE name = ?)',
  tag: 'SELECT highlight FROM highlight_tags WHERE tag IN (SELECT key FROM tags WHERE name = ?)',
  type: `SELECT key AS highlight FROM highlights WHERE type IN (SELECT key FROM highlight_types WHERE name = ?)`,
} as const

/** What the question marks of `HIGHLIGHTS` stand for. */
export function markedValues({ op, name }: Marked): string[] {
  return op === 'entity' ? [name, name] : [name]
}

function has(what: Possession): Condition {
  switch (what) {
    case 'highlight':
      return itemsOfSources('SELECT source FROM passages', [])
    case 'note':
      return itemsOfHighlights('SELECT key AS highlight FROM highlights WHERE note IS NOT NULL', [])
    case 'tag':
      return itemsOfHighlights('SELECT highlight FROM highlight_tags', [])
    case 'entity':
      return itemsOfHighlights('SELECT highlight FROM entity_links', [])
    case 'date':
      return itemsOfSources('SELECT key FROM sources WHERE published IS NOT NULL', [])
    case 'title':
    case 'author':
    case 'publisher':
      return itemsOfSources(`SELECT key FROM sources WHERE ${what} IS NOT NULL`, [])
    case 'newer':
      // The source itself: what was noted on it belongs to the newer version too.
      return {
        sql: `(${ITEM} & 7 = 0 AND ${ITEM} >> 3 IN (SELECT replaces FROM sources WHERE replaces IS NOT NULL))`,
        values: [],
      }
  }
}

/** The source that a row of the index belongs to; null for entities and briefs. */
const SOURCE = `CASE
  WHEN ${ITEM} & 7 = 0 THEN ${ITEM} >> 3
  WHEN ${ITEM} & 7 IN (1, 4) THEN (SELECT source FROM highlights WHERE highlights.key = ${ITEM} >> 3)
END`

function itemsOfSources(keys: string, values: readonly Value[]): Condition {
  return { sql: `coalesce(${SOURCE} IN (${keys}), 0)`, values }
}

function itemsOfHighlights(keys: string, values: readonly Value[]): Condition {
  return {
    sql: `${ITEM} IN (WITH found AS MATERIALIZED (${keys})
      SELECT source * 8 FROM passages WHERE highlight IN found
      UNION ALL SELECT highlight * 8 + 1 FROM found
      UNION ALL SELECT highlight * 8 + 4 FROM found)`,
    values,
  }
}
