import type { SourceId } from '#contract/ids.ts'
import type { EvidenceByField } from '#contract/source.ts'
import type { Span } from '#text/offsets.ts'
import type { Store } from '../../casebook/casebook.ts'
import type { Query } from '../language/query.ts'
import type { FoundItem } from './found-items.ts'
import { LONG, type LongText, readStretches } from './long-texts.ts'
import { wordsRound } from './narrow-reading.ts'
import { boilerplateOf, outside } from './search-functions.ts'
import { type SearchedText, type Stretch, searchedStretches } from './searched-text.ts'

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

const CHUNKS = 'FROM text_chunks WHERE text = sources.text'
const BODY = `(SELECT group_concat(chunk, '' ORDER BY start) ${CHUNKS})`

/**
 * A page reads this twenty times; most texts are one chunk, and joining that with nothing would take as long as reading it. `max` is
 * asked for alone: beside anything else SQLite would go through all chunks for it.
 */
const SOURCE = `
  SELECT id, title, label, publisher, published, zones, evidence, text, length, CASE
    WHEN length > ${LONG} THEN NULL
    WHEN (SELECT max(start) ${CHUNKS}) = 0 THEN (SELECT chunk ${CHUNKS})
    ELSE ${BODY}
  END AS body FROM sources JOIN texts ON texts.key = sources.text WHERE sources.key = ?`

/** @returns null for a source that is not there (any more) */
export function readSource(store: Store, key: number, sought: Query | null): FoundItem | null {
  const row = store.get<SourceRow>(SOURCE, key)
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
    searched: readSearched(store, row, sought, { key, text: row.text, standsAt }),
    standsAt,
  }
}

function readSearched(
  store: Store,
  { body, length, zones }: SourceRow,
  sought: Query | null,
  place: Omit<LongText, 'length'>,
): SearchedText {
  const boilerplate = boilerplateOf(zones)
  const sections = [...outside(boilerplate, length), ...boilerplate].sort((a, b) => a.start - b.start)
  const read = body === null && sought !== null ? readStretches(store, sought, { ...place, length }) : null
  return readWords(read ?? [{ start: 0, text: body ?? readBody(store, place) }], sections, sought)
}

function readBody(store: Store, { key }: Pick<LongText, 'key'>): string {
  return store.value<string | null>(`SELECT ${BODY} FROM sources WHERE key = ?`, key) ?? ''
}

function readWords(
  stretches: readonly Stretch[],
  sections: readonly Span[],
  sought: Query | null,
): SearchedText {
  const round = sought === null ? null : wordsRound(stretches, sections, sought)
  return round ?? searchedStretches(stretches, sections)
}

/** Stored evidence was checked against the contract when it was written. */
function evidenceOf(stored: string): EvidenceByField {
  return JSON.parse(stored) as EvidenceByField
}
