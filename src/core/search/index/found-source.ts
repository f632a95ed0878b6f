import type { SourceId } from '#contract/ids.ts'
import type { EvidenceByField } from '#contract/source.ts'
import type { Span } from '#text/offsets.ts'
import { outside } from '#text/streams.ts'
import { readText, type Store } from '../../casebook/casebook.ts'
import type { Query } from '../language/query.ts'
import type { FoundItem } from './found-items.ts'
import { LONG, type LongText, type LookedFor, readStretches } from './long-texts.ts'
import { wordsRound } from './narrow-reading.ts'
import { boilerplateOf } from './search-functions.ts'
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
}

/** One table at a time: a join would be prepared anew for each source (`casebook/text-chunks.ts`). */
const SOURCE = `
  SELECT id, title, label, publisher, published, zones, evidence, text,
    (SELECT length FROM texts WHERE texts.key = sources.text) AS length
  FROM sources WHERE key = ?`

/** @returns null for a source that is not there (any more) */
export function readSource(store: Store, key: number, sought: LookedFor | null): FoundItem | null {
  const row = store.get<SourceRow>(SOURCE, key)
  if (row === undefined) return null
  const standsAt: FoundItem['standsAt'] = (field) => evidenceOf(row.evidence)[field]?.span ?? null
  let searched: SearchedText | null = null
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
    // Read when it is asked for: what stands in a long text may be known already (`kept-cuts.ts`).
    get searched() {
      searched ??= readSearched(store, row, sought, { key, text: row.text, standsAt })
      return searched
    },
    isLong: row.length > LONG,
    standsAt,
  }
}

function readSearched(
  store: Store,
  { length, zones }: SourceRow,
  sought: LookedFor | null,
  place: Omit<LongText, 'length'>,
): SearchedText {
  const boilerplate = boilerplateOf(zones)
  const sections = [...outside(boilerplate, length), ...boilerplate].sort((a, b) => a.start - b.start)
  const isLong = length > LONG && sought !== null
  const read = isLong ? readStretches(store, sought, { ...place, length }) : null
  return readWords(read ?? [{ start: 0, text: readText(store, place.text) }], sections, sought?.query ?? null)
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
