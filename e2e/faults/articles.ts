/** Articles that are invented from a number: the same number always makes the same words. */

export interface InventedArticle {
  readonly name: string
  readonly text: string
}

const words =
  'harbour pilot ministry talks freighter accord denial border levy council witness convoy statement ledger'.split(
    ' ',
  )

export function inventArticle(number: number): InventedArticle {
  const random = seeded(number + 1)
  const word = () => words[Math.floor(random() * words.length)] ?? ''
  const sentence = () => `The ${Array.from({ length: 6 + Math.floor(random() * 12) }, word).join(' ')}.`
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 20) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, sentence).join(' '),
  )
  return {
    name: `article-${number}.txt`,
    text: `Report ${number} on the ${word()}\n\n${paragraphs.join('\n\n')}\n`,
  }
}

/** Numbers from 0 to 1 that follow from the seed. (mulberry32) */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
