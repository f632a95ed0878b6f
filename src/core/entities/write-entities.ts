import type { Entity, EntityType, LinkTarget } from '#contract/entities.ts'
import { CasebookError } from '#contract/failure.ts'
import type { EntityId, HighlightId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import type { Reading, Transaction } from '../casebook/casebook.ts'
import { counted, findEntity } from '../highlights/highlights.ts'
import { readEntity } from './entity-rows.ts'
import { linkTargets } from './link-entities.ts'

export interface NewEntity {
  readonly type: EntityType
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly notes?: Prose | null | undefined
  readonly iri?: string | undefined
  readonly link?: readonly LinkTarget[] | undefined
}

/**
 * Adds an entity, with its first links in the same step.
 * @throws CasebookError input.invalid (the IRI is another entity's), and what linking throws
 */
export function addEntity(tx: Transaction, added: NewEntity): Entity {
  const { key } = insertEntity(tx, added)
  const { linked } = linkTargets(tx, key, added.link ?? [])
  const entity = readEntity(tx.store, key)
  const links = linked === 0 ? '' : ` and linked ${counted(linked, 'passage')}`
  tx.describe(`Added ${entity.name} (${entity.type})${links}`)
  return entity
}

/** Writes the rows of a new entity; the line of history is the caller's. */
export function insertEntity(tx: Transaction, added: NewEntity): { key: number; id: EntityId } {
  const id = tx.newId('entity')
  const iri = added.iri ?? `urn:casebook:${id}`
  if (entityByIri(tx, iri) !== undefined)
    throw new CasebookError('input.invalid', `Another entity has the identifier ${iri} already.`, { iri })
  const name = oneLine(added.name)
  const { key } = tx.store.run(
    'INSERT INTO entities (id, type, name, notes, iri, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    added.type,
    name,
    stored(added.notes ?? null),
    iri,
    tx.now,
    tx.now,
  )
  writeAliases(tx, key, name, added.aliases ?? [])
  tx.touch('entities', [id])
  return { key, id }
}

export function entityByIri({ store }: Reading, iri: string): EntityId | undefined {
  return store.get<{ id: EntityId }>('SELECT id FROM entities WHERE iri = ?', iri)?.id
}

interface EntityChange {
  readonly id: EntityId
  readonly set: {
    readonly type?: EntityType | undefined
    readonly name?: string | undefined
    readonly aliases?: readonly string[] | undefined
    readonly notes?: Prose | null | undefined
  }
}

/** @throws CasebookError entity.not-found */
export function changeEntity(tx: Transaction, { id, set }: EntityChange): Entity {
  const { key } = findEntity(tx.store, id)
  const before = readEntity(tx.store, key)
  const name = set.name === undefined ? before.name : oneLine(set.name)
  tx.store.run(
    'UPDATE entities SET type = ?, name = ?, notes = ?, changed = ? WHERE key = ?',
    set.type ?? before.type,
    name,
    stored(set.notes === undefined ? before.notes : set.notes),
    tx.now,
    key,
  )
  if (set.aliases !== undefined || name !== before.name)
    writeAliases(tx, key, name, set.aliases ?? before.aliases)
  const entity = readEntity(tx.store, key)
  tx.describe(describeChange(before, entity))
  // What is typed into the notes comes as many commands, and is undone as one.
  if (Object.keys(set).join() === 'notes') tx.mergeWith(`notes on ${id}`)
  tx.touch('entities', [id])
  return entity
}

function describeChange(before: Entity, after: Entity): string {
  if (before.name !== after.name) return `Renamed ${before.name} to ${after.name}`
  if (before.type !== after.type) return `Made ${after.name} a different type: ${after.type}`
  if (before.aliases.join('\n') !== after.aliases.join('\n'))
    return `Changed the other names of ${after.name}`
  return `Wrote notes on ${after.name}`
}

/** Its links go with it; the highlights stay. @throws CasebookError entity.not-found */
export function deleteEntities(tx: Transaction, { ids }: { ids: readonly EntityId[] }): { deleted: number } {
  const entities = [...new Set(ids)].map((id) => findEntity(tx.store, id))
  for (const { key } of entities) {
    tx.touch('highlights', linkedHighlights(tx, key))
    tx.store.run('DELETE FROM entity_links WHERE entity = ?', key)
    tx.store.run('DELETE FROM suggested_mentions WHERE entity = ?', key)
    tx.store.run('DELETE FROM entity_aliases WHERE entity = ?', key)
    tx.store.run('DELETE FROM entities WHERE key = ?', key)
  }
  tx.touch('entities', ids)
  const [only] = entities
  tx.describe(
    `Deleted ${entities.length === 1 && only !== undefined ? only.name : `${entities.length} entities`}`,
  )
  return { deleted: entities.length }
}

function linkedHighlights(tx: Transaction, entity: number): HighlightId[] {
  return tx.store
    .all<{ id: HighlightId }>(
      `SELECT highlights.id FROM entity_links JOIN highlights ON highlights.key = entity_links.highlight
       WHERE entity_links.entity = ?`,
      entity,
    )
    .map((row) => row.id)
}

/** Each once, as they were typed, without the name itself. */
function writeAliases(tx: Transaction, entity: number, name: string, aliases: readonly string[]): void {
  tx.store.run('DELETE FROM entity_aliases WHERE entity = ?', entity)
  const kept = new Set(aliases.map(oneLine))
  kept.delete(name)
  kept.delete('')
  Array.from(kept).forEach((alias, ordinal) => {
    tx.store.run(
      'INSERT INTO entity_aliases (entity, ordinal, alias) VALUES (?, ?, ?)',
      entity,
      ordinal,
      alias,
    )
  })
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}

function stored(notes: Prose | null): string | null {
  return notes === null || notes.blocks.length === 0 ? null : JSON.stringify(notes)
}
