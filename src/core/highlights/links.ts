import { CasebookError } from '#contract/failure.ts'
import type { EntityId } from '#contract/ids.ts'
import type { Store, Transaction } from '../casebook/casebook.ts'

/** Links from highlights to entities. They belong to the highlight: it is what says whom the words mean. */

/** @returns whether the link is new */
export function linkHighlight(tx: Transaction, highlight: number, entity: number): boolean {
  const { changes } = tx.store.run(
    `INSERT INTO entity_links (highlight, entity, created) VALUES (?, ?, ?)
     ON CONFLICT (highlight, entity) DO NOTHING`,
    highlight,
    entity,
    tx.now,
  )
  return changes > 0
}

/** @returns whether there was one */
export function unlinkHighlight(tx: Transaction, highlight: number, entity: number): boolean {
  return (
    tx.store.run('DELETE FROM entity_links WHERE highlight = ? AND entity = ?', highlight, entity).changes > 0
  )
}

/** @throws CasebookError entity.not-found */
export function findEntity(store: Store, id: EntityId): { key: number; name: string } {
  const row = store.get<{ key: number; name: string }>('SELECT key, name FROM entities WHERE id = ?', id)
  if (row === undefined) {
    throw new CasebookError('entity.not-found', `There is no entity ${id} in this casebook.`, { entity: id })
  }
  return row
}

/** The entities that these highlights are linked to. */
export function entitiesLinkedFrom(store: Store, highlights: readonly number[]): EntityId[] {
  return store
    .all<{ id: EntityId }>(
      `SELECT DISTINCT entities.id FROM json_each(?) AS wanted
       JOIN entity_links ON entity_links.highlight = wanted.value
       JOIN entities ON entities.key = entity_links.entity`,
      JSON.stringify(highlights),
    )
    .map((entity) => entity.id)
}
