import type { SourceId } from '#contract/ids.ts'
import type { EvidenceByField } from '#contract/source.ts'
import type { Span } from '#text/offsets.ts'
import type { Store } from '../../casebook/casebook.ts'
import type { Query } from '../language/query.ts'
import type { FoundItem } from './found-items.ts'
import { LONG, type LongText, MANY_CHUNKS, readStretches } from './long-texts.ts'
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
  /** Of a text in many chunks null: it is read apart. */
  readonly body: string | null
}

const CHUNKS = 'FROM text_chunks WHERE text = sources.text'
const BODY = `(SELECT group_concat(chunk, '' ORDER BY start) ${CHUNKS})`

/** A page reads this twenty times; most texts are one chunk, and joining that with nothing would take as long as reading it. */
const SOURCE = `
  SELECT id, title, label, publisher, published, zones, evidence, text, (
    SELECT CASE WHEN max(start) = 0 THEN (SELECT chunk ${CHUNKS}) WHEN max(start) < ${MANY_CHUNKS} THEN ${BODY} END ${CHUNKS}
  ) AS body FROM sources WHERE key = ?`

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
  { body, zones }: SourceRow,
  sought: Query | null,
  place: Omit<LongText, 'length'>,
): SearchedText {
  const boilerplate = boilerplateOf(zones)
  const sections = (length: number) =>
    [...outside(boilerplate, length), ...boilerplate].sort((a, b) => a.start - b.start)
  if (body !== null) return readWords([{ start: 0, text: body }], sections(body.length), sought)
  const length = store.value<number>('SELECT length FROM texts WHERE key = ?', place.text)
  const stretches =
    sought === null || length <= LONG ? null : readStretches(store, sought, { ...place, length })
  if (stretches !== null) return readWords(stretches, sections(length), sought)
  const text = store.value<string | null>(`SELECT ${BODY} FROM sources WHERE key = ?`, place.key) ?? ''
  return readWords([{ start: 0, text }], sections(text.length), sought)
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
