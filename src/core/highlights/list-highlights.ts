import type { Highlight } from '#contract/highlights.ts'
import type { EntityId, HighlightId, SourceId, TypeId } from '#contract/ids.ts'
import type { Reading, Store, Value } from '../casebook/casebook.ts'
import { readHighlights, type Standing } from './read-highlights.ts'
import { findSource } from './source-text.ts'
import { tagName } from './tags.ts'

export interface HighlightsWanted {
  source?: SourceId | undefined
  ids?: HighlightId[] | undefined
  /** This tag or one inside it. */
  tag?: string | undefined
  type?: TypeId | undefined
  entity?: EntityId | undefined
  offset?: number | undefined
  limit?: number | undefined
}

/**
 * The highlights that fit every condition, in text order; those of many sources source by source.
 * With `source`, those that stand on that source; without, each on the source it was made on.
 * @throws CasebookError source.not-found
 */
export function listHighlights(
  { store }: Reading,
  wanted: HighlightsWanted,
): { total: number; items: Highlight[] } {
  const { from, values } = select(store, wanted)
  const total = store.value<number>(`SELECT count(*) FROM ${from}`, ...values)
  const standings = store.all<Standing>(
    `SELECT passages.highlight, passages.source FROM ${from}
     ORDER BY passages.source, passages.start, passages.highlight LIMIT ? OFFSET ?`,
    ...values,
    wanted.limit ?? -1,
    wanted.offset ?? 0,
  )
  return { total, items: readHighlights(store, standings) }
}

/** The first passage of a highlight says where it stands in the text. */
function select(store: Store, wanted: HighlightsWanted): { from: string; values: Value[] } {
  const conditions = ['passages.ordinal = 0']
  const values: Value[] = []
  const demand = (condition: string, value: Value): void => {
    conditions.push(condition)
    values.push(value)
  }
  if (wanted.source === undefined) conditions.push('passages.source = highlights.source')
  else demand('passages.source = ?', findSource(store, wanted.source).key)
  if (wanted.ids !== undefined)
    demand('highlights.id IN (SELECT value FROM json_each(?))', JSON.stringify(wanted.ids))
  if (wanted.type !== undefined)
    demand('highlights.type = (SELECT key FROM highlight_types WHERE id = ?)', wanted.type)
  if (wanted.tag !== undefined) demand(carriesTag, tagName(wanted.tag))
  if (wanted.entity !== undefined) demand(linksEntity, wanted.entity)
  return {
    from: `passages JOIN highlights ON highlights.key = passages.highlight WHERE ${conditions.join(' AND ')}`,
    values,
  }
}

const carriesTag = `highlights.key IN (
  SELECT highlight FROM highlight_tags JOIN tags ON tags.key = highlight_tags.tag,
    (SELECT ? AS name) AS outer_tag
  WHERE tags.name = outer_tag.name
    OR substr(tags.name, 1, length(outer_tag.name) + 1) = outer_tag.name || '/')`

const linksEntity = `highlights.key IN (
  SELECT highlight FROM entity_links JOIN entities ON entities.key = entity_links.entity WHERE entities.id = ?)`
