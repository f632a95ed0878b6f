import type { Mention } from '#contract/entities.ts'
import type { EntityId, HighlightId, SourceId } from '#contract/ids.ts'
import { cutSnippet } from '#text/snippet.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { cutText, findEntity, sourceByKey } from '../highlights/highlights.ts'

/** Where the sources name an entity, each in its words. */

interface MentionRow {
  readonly highlight: HighlightId
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
  { id, offset, limit }: { id: EntityId; offset?: number | undefined; limit?: number | undefined },
): { total: number; items: Mention[] } {
  const entity = findEntity(store, id).key
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
    limit ?? -1,
    offset ?? 0,
  )
  return {
    total: store.value<number>('SELECT count(*) FROM entity_links WHERE entity = ?', entity),
    items: rows.map((row) => inContext(store, id, row)),
  }
}

function inContext(store: Store, entity: EntityId, { sourceKey, ...row }: MentionRow): Mention {
  const from = Math.max(0, row.start - aroundMention)
  const around = cutText(store, sourceByKey(store, sourceKey), { start: from, end: row.end + aroundMention })
  const snippet = cutSnippet(around, [{ start: row.start - from, end: row.end - from }], contextLength)
  return {
    ...row,
    entity,
    context: snippet.text,
    quoteAt: snippet.marks[0]?.start ?? 0,
    state: 'confirmed',
    rule: 'linked by the analyst',
  }
}
