import { editDistance } from '#text/typo.ts'
import type { Store } from '../casebook/casebook.ts'

/** The words of the casebook at most `slips` typing slips away from `word`, nearest first, at most this many. */
const MOST = 50

export function similarWords(store: Store, word: string, slips: number): string[] {
  const rows = store.all<{ term: string; doc: number }>(
    'SELECT term, doc FROM search_vocabulary WHERE length(term) BETWEEN ? AND ?',
    word.length - slips,
    word.length + slips,
  )
  return rows
    .flatMap(({ term, doc }) => {
      const distance = editDistance(word, term, slips)
      return distance === null ? [] : [{ term, doc, distance }]
    })
    .sort((a, b) => a.distance - b.distance || b.doc - a.doc)
    .slice(0, MOST)
    .map(({ term }) => term)
}
