import type { Migration } from './migration.ts'

/**
 * FTS5 merges the segments of its indexes while somebody waits for a commit, and now and then a great deal at once. Here it leaves them
 * be: `upkeep.ts` merges them when nobody waits. 256 segments it joins by itself, for a search looks into every one of them.
 */
export const mergingLater: Migration = {
  version: 13,
  name: 'merging-later',
  sql: ['search_words', 'search_metadata', 'search_pieces']
    .map(
      (index) => `
INSERT INTO ${index} (${index}, rank) VALUES ('automerge', 0);
INSERT INTO ${index} (${index}, rank) VALUES ('crisismerge', 256);`,
    )
    .join(''),
}
