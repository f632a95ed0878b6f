import { addVotes, type LanguageTable, readLanguageTable } from './language-table.ts'

/**
 * Which language a text is in, by the n-grams of its words (the method and the figures are those of Nito-ELD, which the tests hold it
 * against). Only the beginning is read: a few hundred bytes tell as much as the whole.
 */

/** Enough to tell a language by. */
const languageUnits = 500
/** Of these the words are read up to the first that ends behind so many bytes; the last one is cut here. */
const [enoughBytes, mostBytes] = [350, 380]
const longestWord = 70
const fewestGrams = 3
/** A text scores at least this part of what its language usually does. How far behind the next language is, says nothing: so the package, too. */
const leastShare = 0.75
/** Turns votes for each n-gram into 0–1. */
const scale = 25

let table: LanguageTable | null = null

/** ISO 639-1, or null where the words are too few or too mixed to tell. */
export function detectLanguage(text: string): string | null {
  table ??= readLanguageTable()
  const grams = gramsOf(wordsOf(text.slice(0, languageUnits), table.letters))
  if (grams.size < fewestGrams) return null
  const scores = new Float64Array(table.languages.length)
  for (const gram of grams) addVotes(table, gram, scores)
  return mostLikely(scores, grams.size, table)
}

function mostLikely(scores: Float64Array, grams: number, { languages, usual }: LanguageTable): string | null {
  let best = 0
  for (let at = 1; at < scores.length; at += 1) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at
  const score = (scores[best] ?? 0) / grams
  const isReliable = score / (score + scale) >= (usual[best] ?? 0) * leastShare
  return isReliable ? (languages[best] ?? null) : null
}

// What is no letter parts words; an apostrophe inside one does not.
const betweenWords = /[^\p{L}]+(?<!['`’])/gu

/** The bytes of each word, in the letters of the table. */
function wordsOf(text: string, letters: readonly number[]): number[][] {
  const bytes = Buffer.from(text.replace(betweenWords, ' ').trim().toLowerCase())
  const words: number[][] = []
  let word: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const isWhole = (byte & 0xc0) !== 0x80
    if (isWhole && at > mostBytes) break
    if (byte !== SPACE) word.push(byte < 0x80 ? byte : (letters[byte] ?? SPACE))
    else if (word.length > 0) {
      words.push(word)
      word = []
      if (at > enoughBytes) return words
    }
  }
  if (word.length > 0) words.push(word)
  return words
}

const SPACE = 0x20

/** Four letters, from every third on, the last four again; where a word begins or ends, a space belongs to them. Each once. */
function gramsOf(words: readonly number[][]): Set<number> {
  const grams = new Set<number>()
  for (const word of words) {
    const length = Math.min(word.length, longestWord)
    let at = 0
    for (; at + 4 < length; at += 3) grams.add(keyOf(word, at, at + 4, at === 0, false))
    // The last four are cut off as they are even where more letters follow: so the figures were made.
    grams.add(keyOf(word, Math.max(0, length - 4), word.length, at === 0, true))
  }
  return grams
}

function keyOf(word: readonly number[], start: number, end: number, opens: boolean, closes: boolean): number {
  let key = opens ? SPACE : 0
  for (let at = start; at < end; at += 1) key = key * 256 + (word[at] ?? 0)
  return closes ? key * 256 + SPACE : key
}
