import type { Migration } from './migration.ts'

/**
 * The index is brought up to date once at the end of a transaction (`refresh-index.ts`) and no longer row by row:
 * FTS5 begins a new segment with each row that a trigger writes. The triggers note which items are stale. Items are those
 * of `0002-search`; 7 stands for what is said about a source (`search_metadata`).
 */
export const searchInBatches: Migration = {
  version: 7,
  name: 'search-in-batches',
  sql: `
CREATE TABLE search_stale (item INTEGER PRIMARY KEY) STRICT;
${['sources', 'highlights', 'entities', 'entity_aliases', 'briefs', 'said']
  .flatMap((table) => ['insert', 'update', 'delete'].map((event) => `DROP TRIGGER search_${table}_${event};`))
  .join('\n')}
${[
  noting('sources', 'sources', 'text, zones, title', 'key * 8'),
  noting('highlights', 'highlights', 'note', 'key * 8 + 1'),
  noting('entities', 'entities', 'name, notes', 'key * 8 + 2'),
  noting('entity_aliases', 'entity_aliases', 'entity, ordinal, alias', 'entity * 8 + 2'),
  noting('briefs', 'briefs', 'title, prose', 'key * 8 + 3'),
  noting('said', 'sources', 'publisher, author, dateline', 'key * 8 + 7'),
].join('\n')}
`,
}

function noting(name: string, table: string, columns: string, item: string): string {
  return [
    ['insert', 'INSERT', 'new'],
    ['update', `UPDATE OF ${columns}`, 'new'],
    ['delete', 'DELETE', 'old'],
  ]
    .map(
      ([event, on, row]) => `CREATE TRIGGER search_${name}_${event} AFTER ${on} ON ${table} BEGIN
  INSERT OR IGNORE INTO search_stale VALUES (${row}.${item});
END;`,
    )
    .join('\n')
}
