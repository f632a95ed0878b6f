import type { SearchHit, SearchKind } from '#contract/search.ts'
import type { MetadataField } from '#contract/source.ts'
import type { Span } from '#text/offsets.ts'
import type { Store } from '../../casebook/casebook.ts'
import type { Query } from '../language/query.ts'
import { readMark } from './found-marks.ts'
import { readSource } from './found-source.ts'
import { type LookedFor, Pieces } from './long-texts.ts'
import { textOfStoredProse } from './search-functions.ts'
import { type SearchedText, wholeText } from './searched-text.ts'
import { written, writtenInParts } from './written-text.ts'

/**
 * What an item of the index is, and the text that was indexed of it. Items are `key * 8 + kind` (migrations
 * `0002-search`, `0008-search-marks`).
 */
export interface FoundItem
  extends Pick<SearchHit, 'kind' | 'id' | 'source' | 'title' | 'publisher' | 'published' | 'mark'> {
  readonly key: number
  readonly searched: SearchedText
  /** Whether to look through its text takes so long that it is worth keeping what was found. */
  readonly isLong: boolean
  /** The title as it was indexed: '' where there is none. */
  readonly indexedTitle: string
  /** Where a field's value stands in the text; null where it does not. */
  readonly standsAt: (field: MetadataField) => Span | null
}

export const itemKinds = [
  'source',
  'note',
  'entity',
  'brief',
  'highlight',
] as const satisfies readonly SearchKind[]

export function sourceItem(key: number): number {
  return key * itemSpread
}

/** What these items are read for: those of one page share what is looked up for them. */
export function lookFor(store: Store, query: Query, items: readonly number[]): LookedFor {
  const sources = items.filter((item) => itemKinds[item % itemSpread] === 'source')
  const keys = sources.map((item) => Math.floor(item / itemSpread))
  return { query, pieces: new Pieces(store, keys) }
}

/**
 * `sought`: what the item is read for; of a long text only the stretches that matter for it are read, and everything where it is null.
 * @returns null for an item that is not there (any more)
 */
export function readItem(store: Store, item: number, sought: LookedFor | null = null): FoundItem | null {
  const key = Math.floor(item / itemSpread)
  const kind = itemKinds[item % itemSpread]
  return kind === undefined ? null : readers[kind](store, key, sought)
}

const tables: Readonly<Record<SearchKind, { readonly name: string; readonly added: string }>> = {
  source: { name: 'sources', added: 'imported' },
  note: { name: 'highlights', added: 'created' },
  entity: { name: 'entities', added: 'created' },
  brief: { name: 'briefs', added: 'created' },
  highlight: { name: 'highlights', added: 'created' },
}

/** The id behind an item, without reading what it says. @returns null for an item that is not there (any more) */
export function idOfItem(store: Store, item: number): SearchHit['id'] | null {
  const kind = itemKinds[item % itemSpread]
  if (kind === undefined) return null
  const sql = `SELECT id FROM ${tables[kind].name} WHERE key = ?`
  return store.get<{ id: SearchHit['id'] }>(sql, Math.floor(item / itemSpread))?.id ?? null
}

/** Items of what was added after this moment (ISO 8601, UTC). */
export function itemsAddedSince(store: Store, moment: string): number[] {
  return itemKinds.flatMap((kind, at) => {
    const { name, added } = tables[kind]
    return store
      .all<{ key: number }>(`SELECT key FROM ${name} WHERE ${added} > ?`, moment)
      .map(({ key }) => key * itemSpread + at)
  })
}

/** The text of an item alone, as it is searched; null for an item that is not there. */
export function readSearchedText(store: Store, item: number): string | null {
  const key = Math.floor(item / itemSpread)
  if (itemKinds[item % itemSpread] !== 'source') {
    const found = readItem(store, item)
    return found === null ? null : wholeText(found.searched)
  }
  const row = store.get<{ body: string | null }>(
    `SELECT (SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = sources.text) AS body
     FROM sources WHERE key = ?`,
    key,
  )
  return row === undefined ? null : (row.body ?? '')
}

const readers: Readonly<
  Record<SearchKind, (store: Store, key: number, sought: LookedFor | null) => FoundItem | null>
> = {
  source: readSource,
  note: readNote,
  entity: readEntity,
  brief: readBrief,
  highlight: readMark,
}

const itemSpread = 8

type NoteRow = Pick<SearchHit, 'publisher' | 'published'> & {
  readonly title: string
  readonly id: SearchHit['id']
  readonly source: NonNullable<SearchHit['source']>
  readonly note: string
}

function readNote(store: Store, key: number): FoundItem | null {
  const row = store.get<NoteRow>(
    `SELECT highlights.id AS id, note, sources.id AS source, coalesce(title, label) AS title, publisher, published
     FROM highlights JOIN sources ON sources.key = highlights.source WHERE highlights.key = ? AND note IS NOT NULL`,
    key,
  )
  if (row === undefined) return null
  const { id, source, title, publisher, published } = row
  return {
    key,
    kind: 'note',
    id,
    source,
    title,
    indexedTitle: '',
    publisher,
    published,
    // Without a place in its source there is nothing to show of it but the note.
    mark: readMark(store, key)?.mark ?? null,
    ...written(textOfStoredProse(row.note)),
  }
}

function readEntity(store: Store, key: number): FoundItem | null {
  const row = store.get<{ id: SearchHit['id']; name: string; notes: string | null; aliases: string }>(
    `SELECT id, name, notes, (
       SELECT json_group_array(alias ORDER BY ordinal) FROM entity_aliases WHERE entity = entities.key
     ) AS aliases FROM entities WHERE key = ?`,
    key,
  )
  if (row === undefined) return null
  const names = [row.name, ...(JSON.parse(row.aliases) as string[])]
  const notes = row.notes === null ? [] : [textOfStoredProse(row.notes)]
  return { ...unsourced(key, 'entity', row.id, row.name), ...writtenInParts([...names, ...notes]) }
}

function readBrief(store: Store, key: number): FoundItem | null {
  const row = store.get<{ id: SearchHit['id']; title: string; prose: string }>(
    'SELECT id, title, prose FROM briefs WHERE key = ?',
    key,
  )
  if (row === undefined) return null
  return { ...unsourced(key, 'brief', row.id, row.title), ...written(textOfStoredProse(row.prose)) }
}

function unsourced(key: number, kind: SearchKind, id: SearchHit['id'], title: string) {
  return {
    key,
    kind,
    id,
    source: null,
    title,
    indexedTitle: title,
    publisher: null,
    published: null,
    mark: null,
  }
}
