import type { Store } from '../../casebook/casebook.ts'

/** How many sources with some of the words are told. */
const MOST = 20
/** Of a long list of words so many are looked for: the first ones. */
const MOST_WORDS = 40

/** Keys of sources that have some of these words (folded), those that have most and the rarest first. */
export function sourcesWithWords(store: Store, words: readonly string[]): number[] {
  const wanted = [...new Set(words)].slice(0, MOST_WORDS)
  if (wanted.length === 0) return []
  const rows = store.all<{ key: number }>(
    `SELECT rowid / 8 AS key FROM search_words WHERE search_words MATCH ? AND rowid % 8 = 0
     ORDER BY bm25(search_words) LIMIT ?`,
    wanted.map((word) => `"${word}"`).join(' OR '),
    MOST,
  )
  return rows.map(({ key }) => key)
}
