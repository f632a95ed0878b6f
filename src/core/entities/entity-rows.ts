import type { Entity, EntityType } from '#contract/entities.ts'
import type { EntityId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import type { Reading, Store } from '../casebook/casebook.ts'

/** Rows become entities, for as many at once as are asked for. */

interface EntityRow {
  readonly key: number
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  readonly notes: string | null
  readonly iri: string
  readonly mentions: number
  readonly sources: number
  readonly created: string
  readonly changed: string
}

/** In the order of `keys`. */
export function readEntities(store: Store, keys: readonly number[]): Entity[] {
  const wanted = JSON.stringify(keys)
  const aliases = aliasesOf(store, wanted)
  return store.all<EntityRow>(entitiesSql, wanted).map(({ key, notes, ...row }) => ({
    ...row,
    aliases: aliases.get(key) ?? [],
    notes: notes === null ? null : (JSON.parse(notes) as Prose),
  }))
}

/** Those that are there, by id. */
export function readEntitiesById({ store }: Reading, ids: readonly EntityId[]): Entity[] {
  const rows = store.all<{ key: number }>(
    'SELECT entities.key FROM json_each(?) AS wanted CROSS JOIN entities ON entities.id = wanted.value',
    JSON.stringify(ids),
  )
  return readEntities(
    store,
    rows.map((row) => row.key),
  )
}

export function readEntity(store: Store, key: number): Entity {
  const [entity] = readEntities(store, [key])
  if (entity === undefined) throw new Error(`entity ${key} is gone while it is being read`)
  return entity
}

const entitiesSql = `
  SELECT entities.key, entities.id, entities.type, entities.name, entities.notes, entities.iri,
    entities.created, entities.changed,
    (SELECT count(*) FROM entity_links WHERE entity_links.entity = entities.key) AS mentions,
    (SELECT count(DISTINCT highlights.source) FROM entity_links
     JOIN highlights ON highlights.key = entity_links.highlight
     WHERE entity_links.entity = entities.key) AS sources
  FROM json_each(?) AS wanted CROSS JOIN entities ON entities.key = wanted.value
  ORDER BY wanted.key`

function aliasesOf(store: Store, wanted: string): Map<number, string[]> {
  const rows = store.all<{ entity: number; alias: string }>(
    `SELECT entity, alias FROM json_each(?) AS wanted
     CROSS JOIN entity_aliases ON entity_aliases.entity = wanted.value ORDER BY entity, ordinal`,
    wanted,
  )
  const aliases = new Map<number, string[]>()
  for (const { entity, alias } of rows) aliases.set(entity, [...(aliases.get(entity) ?? []), alias])
  return aliases
}
