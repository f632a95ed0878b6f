import type { Store } from './store.ts'

/**
 * What the file needs now and then, in steps, so that no command pays for it: the segments that every commit leaves
 * in the indexes are merged, and then the log is written back into the file. What is left undone is slower to search, and no less safe.
 */

const indexes = ['search_words', 'search_metadata', 'search_pieces'] as const

/**
 * Pages of an index to a step: each is a commit, and finds its place in all segments anew. So merging in large steps takes less than half of the
 * processor time, and a third of the time, of merging in small ones.
 */
const pages = { small: 16, large: 256 } as const

/** Small where somebody may come and wait for its end. */
export type UpkeepStep = keyof typeof pages

/** Does a step. @returns whether there may be more to do */
export function keepUp(store: Store, step: UpkeepStep): boolean {
  if (indexes.some((index) => mergeSome(store, index, pages[step]))) return true
  // Readers go on; what they still need stays in the log for another time.
  store.db.pragma('wal_checkpoint(PASSIVE)')
  return false
}

/** Four segments of one size become one. FTS5 tells that it had something to do by counting more than one change. */
function mergeSome(store: Store, index: (typeof indexes)[number], most: number): boolean {
  const before = changes(store)
  store.run(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ${most})`)
  return changes(store) - before > 1
}

function changes(store: Store): number {
  return store.value<number>('SELECT total_changes()')
}
