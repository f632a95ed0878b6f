import type { Span } from '../offsets.ts'
import { findApproximate } from './approximate-search.ts'
import type { Passage } from './describe-passage.ts'

/**
 * The approach usual for web annotations, to compare with in tests: the best fuzzy match by quote, 32 characters of context and position,
 * with as many errors as half the quote, and no threshold for the score.
 */
export function bestFuzzyMatch(passage: Passage, text: string): Span | null {
  const exact = allOf(text, passage.quote).map((start) => ({
    start,
    end: start + passage.quote.length,
    errors: 0,
  }))
  const most = Math.min(256, Math.floor(passage.quote.length / 2))
  const matches = exact.length > 0 ? exact : findApproximate(text, passage.quote, most)
  const scored = matches.map((match) => ({ match, score: score(passage, text, match) }))
  return scored.toSorted((a, b) => b.score - a.score)[0]?.match ?? null
}

function allOf(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

function score(passage: Passage, text: string, match: Span & { errors: number }): number {
  const prefix = passage.prefix.slice(-32)
  const suffix = passage.suffix.slice(0, 32)
  const before = text.slice(Math.max(0, match.start - prefix.length), match.start)
  const after = text.slice(match.end, match.end + suffix.length)
  const quote = 1 - match.errors / passage.quote.length
  const position = 1 - Math.abs(match.start - passage.start) / text.length
  return (50 * quote + 20 * likeness(before, prefix) + 20 * likeness(after, suffix) + 2 * position) / 92
}

function likeness(text: string, context: string): number {
  if (context === '') return 1
  const errors = findApproximate(text, context, context.length).map((match) => match.errors)
  return 1 - Math.min(context.length, ...errors) / context.length
}
