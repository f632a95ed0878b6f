import type { Anchoring, Highlight } from '#contract/highlights.ts'
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
  state?: Anchoring['state'] | undefined
  sort?: keyof typeof orders | undefined
  offset?: number | undefined
  limit?: number | undefined
}

/**
 * The highlights that fit every condition; those of many sources source by source.
 * With `source`, those that stand on that source; without, each on the source it was made on.
 * @throws CasebookError source.not-found, input.invalid (a tag without a name)
 */
export function listHighlights(
  { store }: Reading,
  wanted: HighlightsWanted,
): { total: number; items: Highlight[] } {
  const { from, values, toldOf } = select(store, wanted)
  const total = store.value<number>(`SELECT count(*) FROM ${from}`, ...values)
  const standings = store.all<Standing>(
    `SELECT passages.highlight, passages.source, ${toldOf} AS toldOf FROM ${from}
     ORDER BY ${orders[wanted.sort ?? 'place']} LIMIT ? OFFSET ?`,
    ...values,
    wanted.limit ?? -1,
    wanted.offset ?? 0,
  )
  return { total, items: readHighlights(store, standings) }
}

const inTextOrder = 'passages.source, passages.start, passages.highlight'
const orders = {
  place: inTextOrder,
  time: `highlights.created DESC, ${inTextOrder}`,
  type: `(SELECT place FROM highlight_types WHERE key = highlights.type) NULLS LAST,
    highlights.type, ${inTextOrder}`,
} as const

interface Selection {
  readonly from: string
  readonly values: Value[]
  /** The version whose outcome is told. */
  readonly toldOf: string
}

/** The first passage of a highlight says where it stands in the text. */
function select(store: Store, wanted: HighlightsWanted): Selection {
  const conditions = ['passages.ordinal = 0']
  const values: Value[] = []
  const demand = (condition: string, ...more: Value[]): void => {
    conditions.push(condition)
    values.push(...more)
  }
  const source = wanted.source === undefined ? null : findSource(store, wanted.source).key
  const orphans = wanted.state === 'orphan'
  if (source === null || orphans) demand('passages.source = highlights.source')
  else demand('passages.source = ?', source)
  if (orphans) demand(isOrphan, source, source)
  else if (wanted.state !== undefined) demand(standsSo, wanted.state)
  if (wanted.ids !== undefined)
    demand('highlights.id IN (SELECT value FROM json_each(?))', JSON.stringify(wanted.ids))
  if (wanted.type !== undefined)
    demand('highlights.type = (SELECT key FROM highlight_types WHERE id = ?)', wanted.type)
  if (wanted.tag !== undefined) demand(carriesTag, tagName(wanted.tag))
  if (wanted.entity !== undefined) demand(linksEntity, wanted.entity)
  return {
    from: `passages JOIN highlights ON highlights.key = passages.highlight WHERE ${conditions.join(' AND ')}`,
    values,
    toldOf: orphans ? orphanedOn(source) : 'passages.source',
  }
}

/** On the source asked for, or on any. */
const isOrphan = `EXISTS (
  SELECT 1 FROM anchorings WHERE anchorings.highlight = highlights.key AND anchorings.state = 'orphan'
    AND (? IS NULL OR anchorings.source = ?))`

/** A key that this program read from the file itself. */
function orphanedOn(source: number | null): string {
  return source === null
    ? `(SELECT max(source) FROM anchorings WHERE highlight = highlights.key AND state = 'orphan')`
    : String(source)
}

const standsSo = `? = ifnull((
  SELECT state FROM anchorings WHERE highlight = highlights.key AND anchorings.source = passages.source), 'exact')`

const carriesTag = `highlights.key IN (
  SELECT highlight FROM highlight_tags JOIN tags ON tags.key = highlight_tags.tag,
    (SELECT ? AS name) AS outer_tag
  WHERE tags.name = outer_tag.name
    OR substr(tags.name, 1, length(outer_tag.name) + 1) = outer_tag.name || '/')`

const linksEntity = `highlights.key IN (
  SELECT highlight FROM entity_links JOIN entities ON entities.key = entity_links.entity WHERE entities.id = ?)`
