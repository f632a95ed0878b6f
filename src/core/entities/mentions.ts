import type { Mention, MentionState } from '#contract/entities.ts'
import type { EntityId, HighlightId, SourceId } from '#contract/ids.ts'
import { cutSnippet } from '#text/snippet.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { cutText, findEntity, sourceByKey } from '../highlights/highlights.ts'

/** Where the sources name an entity, each in its words. */

interface MentionRow {
  /** Null for what is only suggested. */
  readonly highlight: HighlightId | null
  readonly sourceKey: number
  readonly source: SourceId
  readonly sourceTitle: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

const aroundMention = 400
const contextLength = 240

/**
 * Source by source, in text order. A mark with gaps is one mention: its first stretch.
 * @throws CasebookError entity.not-found
 */
export function listMentions(
  { store }: Reading,
  { id, state = 'confirmed', offset, limit }: MentionsWanted,
): { total: number; items: Mention[] } {
  const entity = findEntity(store, id).key
  const stretch = [limit ?? -1, offset ?? 0] as const
  return state === 'confirmed'
    ? linked(store, id, entity, stretch)
    : suggested(store, id, entity, state, stretch)
}

interface MentionsWanted {
  readonly id: EntityId
  readonly state?: MentionState | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** How many, behind how many. */
type Stretch = readonly [limit: number, offset: number]

function linked(
  store: Store,
  id: EntityId,
  entity: number,
  stretch: Stretch,
): { total: number; items: Mention[] } {
  const rows = store.all<MentionRow>(
    `SELECT highlights.id AS highlight, sources.key AS sourceKey, sources.id AS source,
       coalesce(sources.title, sources.label) AS sourceTitle, passages.start, passages.end, passages.quote
     FROM entity_links
     JOIN highlights ON highlights.key = entity_links.highlight
     JOIN passages ON passages.highlight = highlights.key AND passages.source = highlights.source AND passages.ordinal = 0
     JOIN sources ON sources.key = highlights.source
     WHERE entity_links.entity = ?
     ORDER BY sources.key, passages.start, passages.highlight LIMIT ? OFFSET ?`,
    entity,
    ...stretch,
  )
  return {
    total: store.value<number>('SELECT count(*) FROM entity_links WHERE entity = ?', entity),
    items: rows.map((row) => ({
      ...inContext(store, id, row),
      state: 'confirmed',
      rule: 'linked by the analyst',
    })),
  }
}

function suggested(
  store: Store,
  id: EntityId,
  entity: number,
  state: MentionState,
  stretch: Stretch,
): { total: number; items: Mention[] } {
  const rows = store.all<Omit<MentionRow, 'quote'> & { rule: string }>(
    `SELECT NULL AS highlight, sources.key AS sourceKey, sources.id AS source,
       coalesce(sources.title, sources.label) AS sourceTitle, start, end, rule
     FROM suggested_mentions JOIN sources ON sources.key = suggested_mentions.source
     WHERE entity = ? AND state = ? ORDER BY sources.key, start LIMIT ? OFFSET ?`,
    entity,
    state,
    ...stretch,
  )
  return {
    total: store.value<number>(
      'SELECT count(*) FROM suggested_mentions WHERE entity = ? AND state = ?',
      entity,
      state,
    ),
    items: rows.map(({ rule, ...row }) => {
      const quote = cutText(store, sourceByKey(store, row.sourceKey), row)
      return { ...inContext(store, id, { ...row, quote }), state, rule }
    }),
  }
}

function inContext(
  store: Store,
  entity: EntityId,
  { sourceKey, ...row }: MentionRow,
): Omit<Mention, 'state' | 'rule'> {
  const from = Math.max(0, row.start - aroundMention)
  const around = cutText(store, sourceByKey(store, sourceKey), { start: from, end: row.end + aroundMention })
  const snippet = cutSnippet(around, [{ start: row.start - from, end: row.end - from }], contextLength)
  return {
    ...row,
    entity,
    context: snippet.text,
    quoteAt: snippet.marks[0]?.start ?? 0,
  }
}
