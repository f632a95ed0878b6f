import { CasebookError } from '#contract/failure.ts'
import type { Highlight, Passage, Reanchoring } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import { prepareText } from '#text/anchoring/prepared-text.ts'
import { RunIndex } from '#text/anchoring/run-index.ts'
import type { Store, Transaction } from '../casebook/casebook.ts'
import { type FoundAgain, findAgain } from './find-again.ts'
import { findHighlight, writePassages } from './highlight-rows.ts'
import { counted, inWords } from './history-words.ts'
import { cutPassages } from './passages.ts'
import { readHighlights, type Standing } from './read-highlights.ts'
import { findSource, type MarkedSource, readText } from './source-text.ts'

/** Highlights are carried from a version of a source to a newer one. The older version with its marks stays as it is. */

export interface Reanchor {
  readonly source: SourceId
  readonly to: { kind: 'source'; source: SourceId } | { kind: 'text'; text: string }
  readonly dryRun?: boolean | undefined
}

/**
 * Finds the highlights that stand on a source again on a newer version. A doubtful match is an orphan.
 * @throws CasebookError source.not-found, input.invalid (a source is no newer version of itself)
 */
export function reanchor(tx: Transaction, { source, to, dryRun }: Reanchor): { items: Reanchoring[] } {
  const older = findSource(tx.store, source)
  const standings = standingOn(tx.store, older)
  if (to.kind === 'text') return { items: lookFor(tx.store, older, to.text, standings) }
  const newer = findSource(tx.store, to.source)
  if (newer.key === older.key)
    throw new CasebookError('input.invalid', 'A source is no newer version of itself.', { source })
  const [known, fresh] = partedBy(standings, carriedTo(tx.store, newer))
  const found = lookFor(tx.store, older, readText(tx.store, newer), fresh, (key, outcome, passages) => {
    if (dryRun !== true) keepOutcome(tx, key, newer, outcome, passages)
  })
  describeCarried(tx, newer, found)
  return { items: [...found, ...told(tx.store, newer, known)] }
}

/** What stands there, in text order. */
function standingOn(store: Store, source: MarkedSource): Standing[] {
  return store.all<Standing>(
    'SELECT highlight, source FROM passages WHERE source = ? AND ordinal = 0 ORDER BY start, highlight',
    source.key,
  )
}

/** Highlights that were looked for on this version before, found or not. */
function carriedTo(store: Store, newer: MarkedSource): Set<number> {
  const rows = store.all<{ highlight: number }>(
    `SELECT highlight FROM anchorings WHERE source = ?
     UNION SELECT highlight FROM passages WHERE source = ?`,
    newer.key,
    newer.key,
  )
  return new Set(rows.map((row) => row.highlight))
}

function partedBy(standings: readonly Standing[], known: ReadonlySet<number>): [Standing[], Standing[]] {
  return [
    standings.filter(({ highlight }) => known.has(highlight)),
    standings.filter(({ highlight }) => !known.has(highlight)),
  ]
}

type Keep = (highlight: number, outcome: FoundAgain, passages: Passage[]) => void

function lookFor(
  store: Store,
  older: MarkedSource,
  text: string,
  standings: readonly Standing[],
  keep: Keep = () => {},
): Reanchoring[] {
  const now = prepareText(text)
  const madeOn = prepareText(readText(store, older))
  const runs = new RunIndex(text)
  return readHighlights(store, standings).map((highlight, at) => {
    const outcome = findAgain(highlight.passages, now, madeOn)
    const passages = outcome.outcome === 'orphan' ? [] : cutPassages(text, outcome.spans, runs)
    keep(standings[at]?.highlight ?? 0, outcome, passages)
    return reanchoringOf(highlight, outcome, passages)
  })
}

function keepOutcome(
  tx: Transaction,
  highlight: number,
  newer: MarkedSource,
  found: FoundAgain,
  passages: readonly Passage[],
): void {
  writePassages(tx, highlight, newer.key, passages)
  if (found.outcome === 'exact') return
  tx.store.run(
    'INSERT INTO anchorings (highlight, source, state, score, reason) VALUES (?, ?, ?, ?, ?)',
    highlight,
    newer.key,
    found.outcome,
    found.score,
    found.reason,
  )
}

/** What an earlier run or the analyst decided. */
function told(store: Store, newer: MarkedSource, standings: readonly Standing[]): Reanchoring[] {
  const before = readHighlights(store, standings)
  const there = standings.map(({ highlight }) => ({ highlight, source: newer.key }))
  const after = new Map(readHighlights(store, there).map((highlight) => [highlight.id, highlight]))
  return before.map((highlight) => {
    const { anchoring, passages } = after.get(highlight.id) ?? { ...highlight, passages: [] }
    const score = anchoring.state === 'fuzzy' ? anchoring.score : anchoring.state === 'orphan' ? 0 : 1
    const reason = 'reason' in anchoring ? anchoring.reason : null
    return reanchoringOf(highlight, { outcome: anchoring.state, score, reason }, passages)
  })
}

function reanchoringOf(
  before: Highlight,
  { outcome, score, reason }: { outcome: Reanchoring['outcome']; score: number; reason: string | null },
  passages: readonly Passage[],
): Reanchoring {
  return {
    highlight: before.id,
    outcome,
    score,
    start: passages[0]?.start ?? null,
    end: passages.at(-1)?.end ?? null,
    was: wordsOf(before.passages),
    quote: passages.length === 0 ? null : wordsOf(passages),
    reason,
  }
}

function wordsOf(passages: readonly Passage[]): string {
  return passages.map(({ quote }) => quote).join(' […] ')
}

function describeCarried(tx: Transaction, newer: MarkedSource, found: readonly Reanchoring[]): void {
  const orphans = found.filter(({ outcome }) => outcome === 'orphan').length
  const rest = orphans === 0 ? '' : `; ${orphans} not`
  tx.describe(`Found ${counted(found.length - orphans, 'highlight')} again on a newer version${rest}`)
  tx.touch(
    'highlights',
    found.map(({ highlight }) => highlight),
  )
  tx.touch('sources', [newer.id])
}

/**
 * By hand: the highlight stands on these spans of a version from now on, exactly.
 * @throws CasebookError highlight.not-found, source.not-found, highlight.outside, input.invalid
 */
export function attachHighlight(
  tx: Transaction,
  { id, source: on, spans }: { id: HighlightId; source: SourceId; spans: readonly Span[] },
): Highlight {
  const { key } = findHighlight(tx.store, id)
  const source = findSource(tx.store, on)
  const passages = cutPassages(readText(tx.store, source), spans)
  writePassages(tx, key, source.key, passages)
  tx.store.run('DELETE FROM anchorings WHERE highlight = ? AND source = ?', key, source.key)
  tx.store.run('UPDATE highlights SET changed = ? WHERE key = ?', tx.now, key)
  tx.describe(`Attached a highlight to ${inWords(passages[0]?.quote ?? '')}`)
  tx.touch('highlights', [id])
  tx.touch('sources', [on])
  const [highlight] = readHighlights(tx.store, [{ highlight: key, source: source.key }])
  if (highlight === undefined) throw new Error(`highlight ${id} was attached and cannot be read`)
  return highlight
}
