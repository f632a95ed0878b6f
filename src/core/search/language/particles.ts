import type { Words } from './query.ts'

/**
 * Words that say little by themselves: articles, prepositions and the particles of names. They are searched for like any other;
 * typed beside other words they are not marked alone.
 */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word)
}

/** The parts that are marked wherever they stand: all but particles, unless there are only those. */
export function tellingParts(parts: readonly Words[]): readonly Words[] {
  const telling = parts.filter(({ words }) => !words.every(isParticle))
  return telling.length === 0 ? parts : telling
}

const PARTICLES = new Set(
  'a al an and as at bin by da de del den der di do du el en et for from ibn il in is it la le of on or the to van von was with und die das les des un una ال و في من'.split(
    ' ',
  ),
)
