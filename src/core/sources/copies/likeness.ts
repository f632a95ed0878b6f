import type { Span, Zone } from '#contract/source.ts'
import { likeness, shingles } from '#text/shingles.ts'
import { readText, type Store } from '../../casebook/casebook.ts'

/** How alike two articles are, word for word. Boilerplate is no part of an article: it makes nobody's copy. */

/** Runs of this many words are compared: a word that was changed costs three of them. */
const RUN_WORDS = 3

/** From this on a source is a near copy of another: half of the runs that either has. */
export const NEAR = 0.5

/** A text as it is compared. */
export interface ComparedText {
  readonly runs: ReadonlySet<number>
}

export function compareText(text: string, zones: readonly Zone[]): ComparedText {
  const runs = new Set<number>()
  for (const { start, end } of outsideBoilerplate(text.length, zones)) {
    for (const { hash } of shingles(text.slice(start, end), RUN_WORDS)) runs.add(hash)
  }
  return { runs }
}

/** The share of their runs of words that both have, 0–1, to three places. */
export function similarityOf(a: ComparedText, b: ComparedText): number {
  return Math.round(likeness(a.runs, b.runs) * 1_000) / 1_000
}

/** The source with this key as it is compared. */
export function compareSource(store: Store, key: number): ComparedText {
  const row = store.get<{ text: number; zones: string }>('SELECT text, zones FROM sources WHERE key = ?', key)
  if (row === undefined) throw new Error(`source ${key} is gone while it is compared`)
  return compareText(readText(store, row.text), zonesOf(row.zones))
}

/** Zones as this station stored them. */
export function zonesOf(stored: string): Zone[] {
  return JSON.parse(stored) as Zone[]
}

/** What no boilerplate covers, in the order of the text. */
export function outsideBoilerplate(length: number, zones: readonly Zone[]): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const zone of zones.toSorted((a, b) => a.start - b.start)) {
    if (zone.kind !== 'boilerplate') continue
    if (zone.start > start) spans.push({ start, end: zone.start })
    start = Math.max(start, zone.end)
  }
  if (start < length) spans.push({ start, end: length })
  return spans
}
