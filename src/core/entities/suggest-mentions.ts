import { CasebookError } from '#contract/failure.ts'
import type { EntityId, HighlightId, SourceId } from '#contract/ids.ts'
import type { Span } from '#contract/source.ts'
import type { Transaction } from '../casebook/casebook.ts'
import { counted, findEntity, findSource, type MarkedSource } from '../highlights/highlights.ts'
import { linkTargets } from './link-entities.ts'

/** What may name an entity is suggested, looked at, and then linked or rejected; what was rejected is not suggested again. */

interface Place extends Span {
  readonly source: SourceId
}

/**
 * Passages that are linked, suggested or rejected already are left out.
 * @throws CasebookError entity.not-found, source.not-found, highlight.outside
 */
export function suggestMentions(
  tx: Transaction,
  { id, places, rule }: { id: EntityId; places: readonly Place[]; rule: string },
): { suggested: number } {
  const entity = findEntity(tx.store, id)
  const sources = new Map<SourceId, MarkedSource>()
  let suggested = 0
  for (const place of places) {
    const source = sources.get(place.source) ?? findSource(tx.store, place.source)
    sources.set(place.source, source)
    requireInside(source, place)
    if (isLinked(tx, entity.key, source.key, place)) continue
    suggested += tx.store.run(
      `INSERT OR IGNORE INTO suggested_mentions (entity, source, start, end, state, rule, created)
       VALUES (?, ?, ?, ?, 'suggested', ?, ?)`,
      entity.key,
      source.key,
      place.start,
      place.end,
      rule,
      tx.now,
    ).changes
  }
  tx.describe(`Suggested ${counted(suggested, 'passage')} as mentions of ${entity.name}`)
  tx.touch('entities', [id])
  return { suggested }
}

function requireInside({ id, length }: MarkedSource, { start, end }: Span): void {
  if (start >= 0 && start < end && end <= length) return
  throw new CasebookError(
    'highlight.outside',
    `The passage ${start}–${end} is none of a text that ends at ${length}.`,
    { source: id, start, end },
  )
}

/** Something that reaches into these words is linked to the entity. */
function isLinked(tx: Transaction, entity: number, source: number, { start, end }: Span): boolean {
  return (
    tx.store.get(
      `SELECT 1 FROM passages JOIN entity_links ON entity_links.highlight = passages.highlight
       WHERE passages.source = ? AND passages.start < ? AND passages.end > ? AND entity_links.entity = ?`,
      source,
      end,
      start,
      entity,
    ) !== undefined
  )
}

/**
 * Confirmed passages are marked and linked; rejected ones are remembered. What is not suggested is left alone.
 * @throws CasebookError entity.not-found, source.not-found
 */
export function decideMentions(
  tx: Transaction,
  { id, places, as }: { id: EntityId; places: readonly Place[]; as: 'confirmed' | 'rejected' },
): { decided: number; highlights: HighlightId[] } {
  const entity = findEntity(tx.store, id)
  const decided = places.filter((place) => takeOff(tx, entity.key, place, as))
  const targets = decided.map((place) => ({ kind: 'span' as const, ...place }))
  const { highlights } = as === 'confirmed' ? linkTargets(tx, entity.key, targets) : { highlights: [] }
  const done = as === 'confirmed' ? 'Confirmed' : 'Rejected'
  tx.describe(`${done} ${counted(decided.length, 'suggested mention')} of ${entity.name}`)
  tx.touch('entities', [id])
  return { decided: decided.length, highlights }
}

/** @returns whether it was suggested */
function takeOff(
  tx: Transaction,
  entity: number,
  { source, start, end }: Place,
  as: 'confirmed' | 'rejected',
): boolean {
  const sql =
    as === 'confirmed' ? 'DELETE FROM suggested_mentions' : `UPDATE suggested_mentions SET state = 'rejected'`
  const { changes } = tx.store.run(
    `${sql} WHERE entity = ? AND source = ? AND start = ? AND end = ? AND state = 'suggested'`,
    entity,
    findSource(tx.store, source).key,
    start,
    end,
  )
  return changes > 0
}

/** Before sources go: nothing is suggested in them any more. @throws CasebookError source.not-found */
export function dropSuggestedIn(tx: Transaction, sources: readonly SourceId[]): void {
  for (const id of sources) {
    const { key } = findSource(tx.store, id)
    const touched = tx.store
      .all<{ id: EntityId }>(
        `SELECT DISTINCT entities.id FROM suggested_mentions JOIN entities ON entities.key = suggested_mentions.entity
         WHERE suggested_mentions.source = ?`,
        key,
      )
      .map((entity) => entity.id)
    tx.touch('entities', touched)
    tx.store.run('DELETE FROM suggested_mentions WHERE source = ?', key)
  }
}
