import type { Span } from '#text/offsets.ts'
import { eachWord } from '#text/words.ts'

/**
 * The words of one text with their places on it, cut as the index cut them. Where a section ends, or what was read of a long text, stands
 * a word that matches nothing.
 */
export interface SearchedText {
  /** One that is all of the text; of a long text those that were read. Ascending. */
  readonly stretches: readonly Stretch[]
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A part of a text, from `start` on. */
export interface Stretch {
  readonly start: number
  readonly text: string
}

/** `sections`: what no phrase may reach out of, ascending; together all that was indexed of the text. */
export function searchedText(text: string, sections: readonly Span[]): SearchedText {
  return searchedStretches([{ start: 0, text }], sections)
}

export function searchedStretches(stretches: readonly Stretch[], sections: readonly Span[]): SearchedText {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const read = ({ start: from, text }: Stretch) =>
    eachWord(text, (word, start, end) => {
      words.push(word)
      starts.push(from + start)
      ends.push(from + end)
    })
  for (const stretch of stretches) {
    for (const section of sections) {
      const part = partIn(stretch, section)
      if (part === null) continue
      read(part)
      words.push('')
      starts.push(section.end)
      ends.push(section.end)
    }
  }
  return { stretches, words, starts, ends }
}

/** The text where all of it was read. */
export function wholeText({ stretches }: SearchedText): string {
  return stretches[0]?.text ?? ''
}

/** What was read round a match. */
export function stretchAt({ stretches }: SearchedText, { start }: Span): Stretch {
  return stretches.findLast((stretch) => stretch.start <= start) ?? { start: 0, text: '' }
}

function partIn({ start, text }: Stretch, section: Span): Stretch | null {
  const from = Math.max(start, section.start)
  const to = Math.min(start + text.length, section.end)
  return from < to ? { start: from, text: text.slice(from - start, to - start) } : null
}
