import type { Entity, EntityType } from '#contract/entities.ts'
import type { EntityId } from '#contract/ids.ts'
import type { Reading, Store, Value } from '../casebook/casebook.ts'
import { findEntity } from '../highlights/highlights.ts'
import { readEntities, readEntity } from './entity-rows.ts'
import { rankNames, typed } from './rank-names.ts'

export interface EntitiesWanted {
  query?: string | undefined
  types?: EntityType[] | undefined
  ids?: EntityId[] | undefined
  offset?: number | undefined
  limit?: number | undefined
}

/** By name; with `query` those whose name or an alias holds the letters, best first, the often mentioned before the rest. */
export function listEntities({ store }: Reading, wanted: EntitiesWanted): { total: number; items: Entity[] } {
  const named = namedEntities(store, wanted)
  const fitting = wanted.query === undefined || wanted.query.trim() === '' ? named : best(named, wanted.query)
  const offset = wanted.offset ?? 0
  const page = fitting.slice(offset, wanted.limit === undefined ? undefined : offset + wanted.limit)
  return {
    total: fitting.length,
    items: readEntities(
      store,
      page.map((entity) => entity.key),
    ),
  }
}

/** @throws CasebookError entity.not-found */
export function getEntity({ store }: Reading, { id }: { id: EntityId }): Entity {
  return readEntity(store, findEntity(store, id).key)
}

interface NamedEntity {
  readonly key: number
  readonly name: string
  /** JSON, or null where there are none. */
  readonly aliases: string | null
  readonly mentions: number
}

function namedEntities(store: Store, { types, ids }: EntitiesWanted): NamedEntity[] {
  const conditions: string[] = []
  const values: Value[] = []
  if (types !== undefined) {
    conditions.push('type IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(types))
  }
  if (ids !== undefined) {
    conditions.push('id IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(ids))
  }
  const rows = store.all<NamedEntity>(
    `SELECT key, name,
       (SELECT json_group_array(alias) FROM entity_aliases WHERE entity = entities.key) AS aliases,
       (SELECT count(*) FROM entity_links WHERE entity = entities.key) AS mentions
     FROM entities ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`,
    ...values,
  )
  return rows.sort((a, b) => inAlphabet.compare(a.name, b.name) || a.key - b.key)
}

const inAlphabet = new Intl.Collator('en')

function best(named: readonly NamedEntity[], query: string): NamedEntity[] {
  const letters = typed(query)
  return named
    .flatMap((entity) => {
      const rank = rankNames(entity.name, JSON.parse(entity.aliases ?? '[]') as string[], letters)
      return rank === null ? [] : [{ entity, rank }]
    })
    .sort((a, b) => a.rank - b.rank || b.entity.mentions - a.entity.mentions)
    .map(({ entity }) => entity)
}
