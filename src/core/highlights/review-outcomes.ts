import { CasebookError } from '#contract/failure.ts'
import type { Anchoring, Outcome } from '#contract/highlights.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Reading, Store, Transaction, Value } from '../casebook/casebook.ts'
import { findHighlight, writePassages } from './highlight-rows.ts'
import { counted } from './history-words.ts'
import { readHighlights } from './read-highlights.ts'
import { findSource } from './source-text.ts'

/** What became of highlights on newer versions, and the analyst's word on it. */

export interface OutcomesWanted {
  source?: SourceId | undefined
  states?: Anchoring['state'][] | undefined
  toReview?: boolean | undefined
  offset?: number | undefined
  limit?: number | undefined
}

interface OutcomeRow {
  readonly highlight: number
  readonly source: number
  readonly home: number
  readonly homeId: SourceId
  readonly title: string
  readonly reviewed: string | null
}

/** @throws CasebookError source.not-found */
export function listOutcomes(
  { store }: Reading,
  wanted: OutcomesWanted,
): { total: number; items: Outcome[] } {
  const conditions = ['1']
  const values: Value[] = []
  if (wanted.source !== undefined) {
    conditions.push('outcomes.source = ?')
    values.push(findSource(store, wanted.source).key)
  }
  if (wanted.states !== undefined) {
    conditions.push('outcomes.state IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(wanted.states))
  }
  if (wanted.toReview === true) conditions.push(`outcomes.state <> 'exact' AND outcomes.reviewed IS NULL`)
  const from = `(${carried}) AS outcomes WHERE ${conditions.join(' AND ')}`
  const rows = store.all<OutcomeRow>(
    `SELECT outcomes.*, homes.id AS homeId, coalesce(sources.title, sources.label) AS title
     FROM (SELECT * FROM ${from}) AS outcomes
     JOIN sources ON sources.key = outcomes.source
     JOIN sources AS homes ON homes.key = outcomes.home
     JOIN passages ON passages.highlight = outcomes.highlight AND passages.source = outcomes.home AND ordinal = 0
     ORDER BY outcomes.source, passages.start, outcomes.highlight LIMIT ? OFFSET ?`,
    ...values,
    wanted.limit ?? -1,
    wanted.offset ?? 0,
  )
  return {
    total: store.value<number>(`SELECT count(*) FROM ${from}`, ...values),
    items: readOutcomes(store, rows),
  }
}

/** A highlight without a row in anchorings stands exactly on every version that it has passages on. */
const carried = `
  SELECT highlight, anchorings.source, highlights.source AS home, state, reviewed
  FROM anchorings JOIN highlights ON highlights.key = anchorings.highlight
  UNION ALL
  SELECT highlight, passages.source, highlights.source, 'exact', NULL
  FROM passages JOIN highlights ON highlights.key = passages.highlight
  WHERE ordinal = 0 AND passages.source <> highlights.source AND NOT EXISTS (
    SELECT 1 FROM anchorings
    WHERE anchorings.highlight = passages.highlight AND anchorings.source = passages.source)`

/** Version by version: a highlight may stand on several of them. */
function readOutcomes(store: Store, rows: readonly OutcomeRow[]): Outcome[] {
  return [...Map.groupBy(rows, ({ source }) => source).values()].flatMap((ofVersion) => {
    const old = readHighlights(
      store,
      ofVersion.map(({ highlight, home }) => ({ highlight, source: home })),
    )
    const now = readHighlights(
      store,
      ofVersion.map(({ highlight, source }) => ({ highlight, source })),
    )
    return ofVersion.flatMap(({ homeId, title, reviewed }, at): Outcome[] => {
      const [before, after] = [old[at], now[at]]
      if (before === undefined || after === undefined) return []
      return [
        {
          highlight: after.id,
          source: after.source,
          sourceTitle: title,
          home: homeId,
          type: after.type,
          anchoring: after.anchoring,
          old: before.passages,
          now: after.passages,
          reviewed,
        },
      ]
    })
  })
}

export interface Verdict {
  readonly items: readonly { readonly highlight: HighlightId; readonly source: SourceId }[]
  readonly verdict: 'accepted' | 'rejected'
}

/**
 * Remembers that the analyst agrees, or makes an orphan of what was found in the wrong place.
 * @throws CasebookError highlight.not-found, source.not-found, input.invalid (it was not looked for there)
 */
export function reviewOutcomes(tx: Transaction, { items, verdict }: Verdict): { reviewed: number } {
  for (const { highlight: id, source: on } of items) {
    const highlight = findHighlight(tx.store, id)
    const source = findSource(tx.store, on)
    if (highlight.source === source.key || !wasCarried(tx.store, highlight.key, source.key)) {
      throw new CasebookError('input.invalid', 'The highlight was not looked for on this version.', {
        highlight: id,
        source: on,
      })
    }
    if (verdict === 'rejected') makeOrphan(tx, highlight.key, source.key)
    tx.store.run(
      'UPDATE anchorings SET reviewed = ? WHERE highlight = ? AND source = ?',
      tx.now,
      highlight.key,
      source.key,
    )
    tx.touch('highlights', [id])
    tx.touch('sources', [on])
  }
  const what = counted(items.length, 'highlight')
  tx.describe(
    verdict === 'accepted' ? `Accepted where ${what} now stand` : `Rejected where ${what} were found`,
  )
  return { reviewed: items.length }
}

function wasCarried(store: Store, highlight: number, source: number): boolean {
  return (
    store.get(
      `SELECT 1 FROM anchorings WHERE highlight = ? AND source = ?
       UNION SELECT 1 FROM passages WHERE highlight = ? AND source = ?`,
      highlight,
      source,
      highlight,
      source,
    ) !== undefined
  )
}

function makeOrphan(tx: Transaction, highlight: number, source: number): void {
  writePassages(tx, highlight, source, [])
  tx.store.run(
    `INSERT INTO anchorings (highlight, source, state, score, reason) VALUES (?, ?, 'orphan', 0, ?)
     ON CONFLICT (highlight, source) DO UPDATE SET state = excluded.state, score = excluded.score, reason = excluded.reason`,
    highlight,
    source,
    'You rejected the place where it was found',
  )
}
