import type { Condition } from '../matching/compile-fields.ts'

/** The items that fulfil a filter, each with the key of its source, as a common table expression `found` to begin a statement with. */
export function foundBy(filter: Condition): string {
  return `WITH found (item, source) AS MATERIALIZED (
    SELECT rowid, CASE
      WHEN rowid & 7 = 0 THEN rowid >> 3
      WHEN rowid & 7 IN (1, 4) THEN (SELECT source FROM highlights WHERE key = search_words.rowid >> 3)
    END FROM search_words ${filter.sql}
  )`
}
