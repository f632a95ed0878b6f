import type { Trace, TracedRun } from '#contract/copies.ts'
import type { SourceId } from '#contract/ids.ts'
import { eachPossibleFingerprint, SURE_WORDS } from '#text/fingerprints.ts'
import { type Word, words } from '#text/words.ts'
import { type Reading, readText, type Store } from '../../casebook/casebook.ts'
import { findStretches, type Stretch } from './find-stretches.ts'
import { unpackPrints } from './prints.ts'

/**
 * "Where does this sentence come from?" The index of shingles tells which texts can have some of the words; what stands there is
 * told by the texts themselves. Case, quotes and accents make no difference, and words that were changed are stepped over.
 */

/** Texts that are read, the most promising first. */
const MOST_READ = 60
/** Less of the words than this, and no run of `SURE_WORDS`, is a turn of phrase that anybody uses. */
const LEAST_SHARE = 0.5

/** The sources that have most of the words first; of those with as many, the earliest published. */
export function traceWords(
  { store }: Reading,
  { text, limit }: { text: string; limit?: number | undefined },
  sourcesWith: SourcesWithWords,
): { words: number; items: Trace[] } {
  const asked = words(text)
  const items = textsToRead(store, text, asked, sourcesWith)
    .flatMap((key) => tracesIn(store, key, asked))
    .toSorted((a, b) => b.share - a.share || byDate(a.published, b.published))
  return { words: asked.length, items: items.slice(0, limit ?? 20) }
}

function byDate(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/** Keys of sources that have some of these words: the index of words knows, and it is another station's. */
export type SourcesWithWords = (store: Store, words: readonly string[]) => number[]

/** Few words, or words of which every other one was changed, have no fingerprint to be found by: single words are looked for. */
const FEW_WORDS = 12

function textsToRead(
  store: Store,
  text: string,
  asked: readonly Word[],
  sourcesWith: SourcesWithWords,
): number[] {
  const likely = likelyTexts(store, text)
  if (likely.length > 0 && asked.length > FEW_WORDS) return likely
  const keys = sourcesWith(
    store,
    asked.map(({ word }) => word),
  )
  const rows = store.all<{ text: number }>(
    'SELECT DISTINCT text FROM sources WHERE key IN (SELECT value FROM json_each(?))',
    JSON.stringify(keys),
  )
  return [...new Set([...likely, ...rows.map((row) => row.text)])]
}

/** Keys of texts that share fingerprints with the words, those that share most first. */
function likelyTexts(store: Store, asked: string): number[] {
  const possible = new Set<number>()
  eachPossibleFingerprint(asked, (print) => possible.add(print))
  const hits: { text: number; count: number }[] = []
  for (const row of store.each<{ text: number; prints: Uint8Array }>('SELECT text, prints FROM shingles')) {
    let count = 0
    for (const print of unpackPrints(row.prints)) if (possible.has(print)) count += 1
    if (count > 0) hits.push({ text: row.text, count })
  }
  return hits
    .toSorted((a, b) => b.count - a.count || a.text - b.text)
    .slice(0, MOST_READ)
    .map(({ text }) => text)
}

interface Titled {
  readonly id: SourceId
  readonly title: string
  readonly published: string | null
}

function tracesIn(store: Store, key: number, asked: readonly Word[]): Trace[] {
  const sources = store.all<Titled>(
    'SELECT id, coalesce(title, label) AS title, published FROM sources WHERE text = ?',
    key,
  )
  if (sources.length === 0) return []
  const text = readText(store, key)
  const traces = findStretches(asked, words(text)).flatMap((stretch) => {
    const told = traceOf(stretch, text, asked)
    return told === null ? [] : [told]
  })
  return sources.flatMap(({ id, title, published }) =>
    traces.map((told) => ({ source: id, title, published, ...told })),
  )
}

function traceOf(
  runs: Stretch,
  text: string,
  asked: readonly Word[],
): Pick<Trace, 'share' | 'start' | 'end' | 'runs'> | null {
  const common = runs.reduce((sum, { length }) => sum + length, 0)
  const longest = Math.max(...runs.map(({ length }) => length))
  const share = common / Math.max(1, asked.length)
  if (share < LEAST_SHARE && longest < SURE_WORDS) return null
  const told = runs.map(({ asked: at, length, found }): TracedRun => {
    const span = { start: found[0]?.start ?? 0, end: found[length - 1]?.end ?? 0 }
    return {
      asked: { start: asked[at]?.start ?? 0, end: asked[at + length - 1]?.end ?? 0 },
      found: span,
      quote: text.slice(span.start, span.end),
    }
  })
  return {
    share: Math.round(share * 1_000) / 1_000,
    start: told[0]?.found.start ?? 0,
    end: told.at(-1)?.found.end ?? 0,
    runs: told,
  }
}
