import type { CitablePassage } from '#contract/briefs.ts'
import type { ParsedInput } from '#contract/engine.ts'
import type { HighlightId, TypeId } from '#contract/ids.ts'
import type { Reading, Value } from '../casebook/casebook.ts'
import { resolveCitations } from './citations.ts'

type Wanted = ParsedInput<'briefs.passages'>

interface Row {
  readonly id: HighlightId
  readonly type: TypeId | null
  readonly tags: string | null
}

const atMost = 200

/** Every highlight that a brief could cite, the newest first, with what a reader needs to choose. */
export function listPassagesToCite(
  { store }: Reading,
  wanted: Wanted,
): { total: number; items: CitablePassage[] } {
  const { where, values } = conditions(wanted)
  const from = `FROM highlights JOIN sources ON sources.key = highlights.source
    LEFT JOIN highlight_types ON highlight_types.key = highlights.type ${where}`
  const total = store.value<number>(`SELECT count(*) ${from}`, ...values)
  const rows = store.all<Row>(
    `SELECT highlights.id, highlight_types.id AS type,
       (SELECT json_group_array(tags.name) FROM highlight_tags JOIN tags ON tags.key = highlight_tags.tag
        WHERE highlight_tags.highlight = highlights.key) AS tags
     ${from} ORDER BY highlights.created DESC, highlights.key DESC LIMIT ?`,
    ...values,
    wanted.limit ?? atMost,
  )
  const citations = resolveCitations(
    store,
    rows.map(({ id }) => id),
  )
  const items = rows.flatMap(({ type, tags }, at): CitablePassage[] => {
    const citation = citations[at]
    // The column is a JSON list of names, made by the query above.
    return citation?.state === 'found' ? [{ citation, type, tags: JSON.parse(tags ?? '[]') as string[] }] : []
  })
  return { total, items }
}

function conditions({ words, type, tag, entity, source }: Wanted): { where: string; values: Value[] } {
  const parts: string[] = []
  const values: Value[] = []
  const need = (sql: string, ...own: Value[]) => {
    parts.push(sql)
    values.push(...own)
  }
  for (const word of words?.split(/\s+/).filter((one) => one !== '') ?? []) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    need(
      `(coalesce(sources.title, sources.label) LIKE ? ESCAPE '\\' OR EXISTS (
         SELECT 1 FROM passages WHERE passages.highlight = highlights.key AND passages.quote LIKE ? ESCAPE '\\'))`,
      like,
      like,
    )
  }
  if (type !== undefined) need('highlight_types.id = ?', type)
  if (source !== undefined) need('sources.id = ?', source)
  if (tag !== undefined) {
    need(
      `EXISTS (SELECT 1 FROM highlight_tags JOIN tags ON tags.key = highlight_tags.tag
         WHERE highlight_tags.highlight = highlights.key AND tags.name = ?)`,
      tag,
    )
  }
  if (entity !== undefined) {
    need(
      `EXISTS (SELECT 1 FROM entity_links JOIN entities ON entities.key = entity_links.entity
         WHERE entity_links.highlight = highlights.key AND entities.id = ?)`,
      entity,
    )
  }
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values }
}
