import type { TextLeaf, Words } from '../language/query.ts'

/** Leaves as FTS5 expressions. Words hold letters and digits alone, so quotation marks make any of them safe. */

/** The words of the casebook that are at most so many typing slips away from a word. */
export type SimilarWords = (word: string, slips: number) => readonly string[]

export function matchOf(leaf: TextLeaf, similar: SimilarWords): string {
  switch (leaf.op) {
    case 'words':
      return phraseOf(leaf)
    case 'run':
      // A word that is typed a hundred times would be looked up and scored as often.
      return [...new Set(leaf.of.map(phraseOf))].join(' AND ')
    case 'near':
      return `NEAR(${leaf.of.map(phraseOf).join(' ')}, ${leaf.within})`
    case 'typo':
      return [leaf.word, ...similar(leaf.word, leaf.slips)].map((word) => `"${word}"`).join(' OR ')
    case 'title':
      return `{title} : ${phraseOf(leaf.of)}`
    case 'text':
      return `{body boilerplate} : ${phraseOf(leaf.of)}`
  }
}

export function phraseOf({ words, prefix }: Words): string {
  return `"${words.join(' ')}"${prefix ? '*' : ''}`
}
