import type { HighlightId, SourceId } from '#contract/ids.ts'
import type { Store } from '../../casebook/casebook.ts'
import type { FoundItem } from './found-items.ts'
import { textOfStoredProse } from './search-functions.ts'
import { writtenInParts } from './written-text.ts'

interface MarkRow {
  readonly id: HighlightId
  readonly source: SourceId
  readonly title: string
  readonly publisher: string | null
  readonly published: string | null
  readonly note: string | null
  readonly type: string | null
  readonly tags: string
  readonly quotes: string
  readonly start: number
  readonly end: number
}

/** A highlight where it was made: its quote is what is searched. @returns null for one that is not there (any more) */
export function readMark(store: Store, key: number): FoundItem | null {
  const row = store.get<MarkRow>(MARK, key)
  if (row === undefined) return null
  const { id, source, title, publisher, published, note, type, start, end } = row
  const [quotes, tags] = [JSON.parse(row.quotes) as string[], JSON.parse(row.tags) as string[]]
  return {
    key,
    kind: 'highlight',
    id,
    source,
    title,
    indexedTitle: '',
    publisher,
    published,
    mark: {
      start,
      end,
      quote: quotes.join('\n'),
      note: note === null ? null : textOfStoredProse(note),
      type,
      tags,
    },
    ...writtenInParts(quotes),
  }
}

const MARK = `
  SELECT highlights.id AS id, sources.id AS source, coalesce(title, label) AS title, publisher, published, note,
    (SELECT name FROM highlight_types WHERE key = highlights.type) AS type,
    (SELECT json_group_array(name ORDER BY name) FROM highlight_tags JOIN tags ON tags.key = highlight_tags.tag
     WHERE highlight = highlights.key) AS tags,
    json_group_array(quote ORDER BY ordinal) AS quotes, min(start) AS start, max(end) AS end
  FROM highlights
  JOIN sources ON sources.key = highlights.source
  JOIN passages ON passages.highlight = highlights.key AND passages.source = highlights.source
  WHERE highlights.key = ? GROUP BY highlights.key`
