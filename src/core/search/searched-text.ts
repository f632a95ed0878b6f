import type { Span } from '#text/offsets.ts'
import { eachWord } from '#text/words.ts'

/** The words of one text with their places, cut as the index cut them. A section that ends is a word that matches nothing. */
export interface SearchedText {
  readonly text: string
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** `sections`: what no phrase may reach out of, ascending; together all that was indexed of the text. */
export function searchedText(text: string, sections: readonly Span[]): SearchedText {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const section of sections) {
    eachWord(text.slice(section.start, section.end), (word, start, end) => {
      words.push(word)
      starts.push(section.start + start)
      ends.push(section.start + end)
    })
    words.push('')
    starts.push(section.end)
    ends.push(section.end)
  }
  return { text, words, starts, ends }
}
