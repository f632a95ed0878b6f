import type { Entity } from '#contract/entities.ts'
import type { Highlight } from '#contract/highlights.ts'
import type { Reading } from '../../casebook/casebook.ts'
import { readEntitiesById } from '../../entities/entities.ts'
import { listTypes } from '../../highlights/highlights.ts'
import type { Said, SaidEntity, SaidType } from './bodies.ts'

/** What highlights say, by identifiers and names that mean something outside this casebook. */
export function saidBy(reading: Reading, highlights: readonly Highlight[]): (highlight: Highlight) => Said {
  const ids = [...new Set(highlights.flatMap((highlight) => highlight.entities))]
  const entities = new Map(readEntitiesById(reading, ids).map((entity) => [entity.id, saidEntity(entity)]))
  const types = new Map<string, SaidType>(
    listTypes(reading).items.map(({ id, key: _key, ...type }) => [
      id,
      { ...type, iri: `urn:casebook:${id}` },
    ]),
  )
  return ({ tags, note, type, entities: linked }) => ({
    tags,
    note,
    type: type === null ? null : (types.get(type) ?? null),
    entities: linked.flatMap((id) => entities.get(id) ?? []),
  })
}

function saidEntity({ iri, name, type }: Entity): SaidEntity {
  return { iri, name, type }
}
