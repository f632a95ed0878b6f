import type { SourceId } from '#contract/ids.ts'
import type { EvidenceByField } from '#contract/sources.ts'
import type { Store } from '../casebook/casebook.ts'
import type { FoundItem } from './found-items.ts'
import { LONG, type LongText, readStretches } from './long-texts.ts'
import type { Query } from './query.ts'
import { boilerplateOf, outside } from './search-functions.ts'
import { searchedStretches, searchedText } from './searched-text.ts'

interface SourceRow {
  readonly label: string
  readonly id: SourceId
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly zones: string
  readonly evidence: string
  readonly text: number
  readonly length: number
  /** Of a long text null: it is read apart. */
  readonly body: string | null
}

const BODY = `(SELECT group_concat(chunk, '' ORDER BY start) FROM text_chunks WHERE text = sources.text)`

/** @returns null for a source that is not there (any more) */
export function readSource(store: Store, key: number, sought: Query | null): FoundItem | null {
  const row = store.get<SourceRow>(
    `SELECT id, title, label, publisher, published, zones, evidence, text, length,
       CASE WHEN length <= ${LONG} THEN ${BODY} END AS body
     FROM sources JOIN texts ON texts.key = sources.text WHERE sources.key = ?`,
    key,
  )
  if (row === undefined) return null
  const standsAt: FoundItem['standsAt'] = (field) => evidenceOf(row.evidence)[field]?.span ?? null
  return {
    key,
    kind: 'source',
    id: row.id,
    source: row.id,
    title: row.title ?? row.label,
    indexedTitle: row.title ?? '',
    publisher: row.publisher,
    published: row.published,
    mark: null,
    searched: readSearched(store, row, sought, { key, text: row.text, length: row.length, standsAt }),
    standsAt,
  }
}

function readSearched(store: Store, { body, zones }: SourceRow, sought: Query | null, long: LongText) {
  const boilerplate = boilerplateOf(zones)
  const sections = (length: number) =>
    [...outside(boilerplate, length), ...boilerplate].sort((a, b) => a.start - b.start)
  const stretches = body === null && sought !== null ? readStretches(store, sought, long) : null
  if (stretches !== null) return searchedStretches(stretches, sections(long.length))
  const text =
    body ??
    store.get<{ body: string | null }>(`SELECT ${BODY} AS body FROM sources WHERE key = ?`, long.key)?.body ??
    ''
  return searchedText(text, sections(text.length))
}

/** Stored evidence was checked against the contract when it was written. */
function evidenceOf(stored: string): EvidenceByField {
  return JSON.parse(stored) as EvidenceByField
}
