import type { Anchoring, Highlight, Passage } from '#contract/highlights.ts'
import type { EntityId, HighlightId, SourceId, TypeId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import type { Store } from '../casebook/casebook.ts'

/** Rows of many tables become highlights, for as many at once as are asked for: a fixed number of statements. */

/** A highlight as it stands on one version of its source. */
export interface Standing {
  readonly highlight: number
  readonly source: number
  /** The version whose outcome is told, where it is not the same: an orphan is shown where it last stood. */
  readonly toldOf?: number
}

interface HighlightRow {
  readonly key: number
  readonly id: HighlightId
  readonly source: SourceId
  readonly type: TypeId | null
  readonly note: string | null
  readonly created: string
  readonly changed: string
  readonly state: Anchoring['state'] | null
  readonly score: number | null
  readonly reason: string | null
}

/** In the order of `standings`. */
export function readHighlights(store: Store, standings: readonly Standing[]): Highlight[] {
  const wanted = JSON.stringify(
    standings.map(({ highlight, source, toldOf }) => [highlight, source, toldOf ?? source]),
  )
  const passages = passagesOf(store, wanted)
  const tags = grouped(store.all<Named<string>>(tagsSql, wanted))
  const entities = grouped(store.all<Named<EntityId>>(entitiesSql, wanted))
  return store.all<HighlightRow>(highlightsSql, wanted).map((row) => ({
    id: row.id,
    source: row.source,
    passages: passages.get(row.key) ?? [],
    type: row.type,
    tags: tags.get(row.key) ?? [],
    note: row.note === null ? null : (JSON.parse(row.note) as Prose),
    entities: entities.get(row.key) ?? [],
    anchoring: anchoringOf(row),
    created: row.created,
    changed: row.changed,
  }))
}

/** Highlights on the sources they were made on, in the order of `keys`. */
export function readHighlightsAtHome(store: Store, keys: readonly number[]): Highlight[] {
  const homes = store.all<Standing>(
    `SELECT highlights.key AS highlight, highlights.source FROM json_each(?) AS wanted
     JOIN highlights ON highlights.key = wanted.value ORDER BY wanted.key`,
    JSON.stringify(keys),
  )
  return readHighlights(store, homes)
}

const wantedSql = `
  WITH wanted AS (
    SELECT key AS place, value ->> 0 AS highlight, value ->> 1 AS source, value ->> 2 AS told_of
    FROM json_each(?)
  )`

const highlightsSql = `${wantedSql}
  SELECT highlights.key, highlights.id, sources.id AS source, highlight_types.id AS type, highlights.note,
    highlights.created, highlights.changed, anchorings.state, anchorings.score, anchorings.reason
  FROM wanted
  CROSS JOIN highlights ON highlights.key = wanted.highlight
  CROSS JOIN sources ON sources.key = wanted.source
  LEFT JOIN highlight_types ON highlight_types.key = highlights.type
  LEFT JOIN anchorings ON anchorings.highlight = highlights.key AND anchorings.source = wanted.told_of
  ORDER BY wanted.place`

const passagesSql = `${wantedSql}
  SELECT passages.highlight AS owner, start, end, quote, prefix, suffix
  FROM wanted
  CROSS JOIN passages ON passages.highlight = wanted.highlight AND passages.source = wanted.source
  ORDER BY passages.highlight, ordinal`

const tagsSql = `${wantedSql}
  SELECT highlight_tags.highlight AS owner, tags.name AS value
  FROM wanted
  CROSS JOIN highlight_tags ON highlight_tags.highlight = wanted.highlight
  CROSS JOIN tags ON tags.key = highlight_tags.tag
  ORDER BY tags.name`

const entitiesSql = `${wantedSql}
  SELECT entity_links.highlight AS owner, entities.id AS value
  FROM wanted
  CROSS JOIN entity_links ON entity_links.highlight = wanted.highlight
  CROSS JOIN entities ON entities.key = entity_links.entity
  ORDER BY entity_links.key`

function passagesOf(store: Store, wanted: string): Map<number, Passage[]> {
  const rows = store.all<Passage & { owner: number }>(passagesSql, wanted)
  return grouped(rows.map(({ owner, ...value }) => ({ owner, value })))
}

interface Named<T> {
  readonly owner: number
  readonly value: T
}

function grouped<T>(rows: readonly Named<T>[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const { owner, value } of rows) {
    const group = groups.get(owner)
    if (group === undefined) groups.set(owner, [value])
    else group.push(value)
  }
  return groups
}

function anchoringOf({ state, score, reason }: HighlightRow): Anchoring {
  switch (state) {
    case null:
    case 'exact':
      return { state: 'exact' }
    case 'moved':
      return { state: 'moved' }
    case 'fuzzy':
      return { state: 'fuzzy', score: score ?? 0, reason: reason ?? '' }
    case 'orphan':
      return { state: 'orphan', reason: reason ?? '' }
  }
}
