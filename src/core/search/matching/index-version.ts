import type { Store } from '../../casebook/casebook.ts'

/**
 * Differs from every earlier one when anything in the index of words has changed, whoever changed it: what is kept in memory of
 * the index is good for one version. It is made of FTS5's own records of how much it holds (1) and in which segments (10).
 */
export function indexVersion(store: Store): string {
  return store.value<string>(
    `SELECT group_concat(hex(block), ' ') FROM search_words_data WHERE id IN (1, 10)`,
  )
}
