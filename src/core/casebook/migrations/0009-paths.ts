import type { Migration } from './migration.ts'

/** A file that changed where it lies is looked for by its path, once for each article of an import. */
export const paths: Migration = {
  version: 9,
  name: 'paths',
  sql: `
CREATE INDEX sources_by_path ON sources (path) WHERE path IS NOT NULL;
`,
}
