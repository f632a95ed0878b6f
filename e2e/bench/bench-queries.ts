import { words } from '../../src/text/words.ts'
import type { Article } from './corpus.ts'

/** Queries of every kind that people type, drawn from the corpus itself: each finds something. */
export const queryKinds = ['rare', 'mid', 'common', 'and', 'phrase', 'prefix', 'typo'] as const
export type QueryKind = (typeof queryKinds)[number]

export interface BenchQuery {
  readonly kind: QueryKind
  /** Folded. */
  readonly words: readonly string[]
}

const OF_EACH = 24
/** Articles looked at: how often a word stands in these tells how often it stands in all. */
const SAMPLE = 2_000

export function drawQueries(articles: Iterable<Article>): BenchQuery[] {
  const texts = [...take(articles, SAMPLE)].map(({ body }) => words(body).map(({ word }) => word))
  const often = new Map<string, number>()
  for (const text of texts) for (const word of new Set(text)) often.set(word, (often.get(word) ?? 0) + 1)
  const between = (low: number, high: number) =>
    spread(
      [...often]
        .filter(
          ([word, count]) => word.length > 3 && count >= low * texts.length && count < high * texts.length,
        )
        .map(([word]) => word),
    )
  const mid = between(0.005, 0.03)
  const common = between(0.2, 0.8)
  return [
    ...between(0.0005, 0.002).map((word) => query('rare', word)),
    ...mid.map((word) => query('mid', word)),
    ...common.map((word) => query('common', word)),
    ...common.map((word, at) => query('and', word, mid[at % mid.length] ?? word)),
    ...spread(texts.flatMap((text) => [text.slice(20, 22)]))
      .filter((pair) => pair.length === 2)
      .map((pair) => query('phrase', ...pair)),
    ...mid.map((word) => query('prefix', word.slice(0, 3))),
    ...mid.map((word) => query('typo', `${word.slice(0, 2)}${word.slice(3)}`)),
  ]
}

function query(kind: QueryKind, ...words: string[]): BenchQuery {
  return { kind, words }
}

function spread<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / OF_EACH))
  return all.filter((_, at) => at % step === 0).slice(0, OF_EACH)
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
  let taken = 0
  for (const one of all) {
    if (taken === most) return
    taken += 1
    yield one
  }
}
