import { CasebookError } from '#contract/failure.ts'
import type { Highlight, Passage } from '#contract/highlights.ts'
import type { EntityId, HighlightId, SourceId, TypeId } from '#contract/ids.ts'
import type { Prose } from '#contract/prose.ts'
import type { Span } from '#contract/source.ts'
import type { Store, Transaction } from '../casebook/casebook.ts'
import { deleteHighlightRows, findHighlights, type HighlightRow, writePassages } from './highlight-rows.ts'
import { keyOfType, typeById } from './highlight-types.ts'
import { counted, inWords } from './history-words.ts'
import { entitiesLinkedFrom, findEntity, linkHighlight } from './links.ts'
import { cutPassages } from './passages.ts'
import { readHighlights, readHighlightsAtHome } from './read-highlights.ts'
import { findSource, type MarkedSource, readText, sourceByKey } from './source-text.ts'
import { dropUnusedTags, tagHighlight, untagHighlight } from './tags.ts'

/** What is said about a passage when it is marked. */
export interface NewHighlight {
  readonly type?: TypeId | null | undefined
  readonly tags?: readonly string[] | undefined
  readonly note?: Prose | null | undefined
  readonly entities?: readonly EntityId[] | undefined
  /** What an imported annotation says of itself. */
  readonly origin?: Origin | undefined
}

/** Where a highlight comes from that was not made here. */
export interface Origin {
  readonly iri: string | null
  /** The annotation as it came, where it says more than Casebook has words for. */
  readonly foreign: string | null
  readonly created: string | null
  readonly changed: string | null
}

/**
 * Marks a passage.
 * @throws CasebookError source.not-found, type.not-found, entity.not-found, highlight.outside, input.invalid
 */
export function addHighlight(
  tx: Transaction,
  { source: id, spans, ...said }: NewHighlight & { source: SourceId; spans: readonly Span[] },
): Highlight {
  const source = findSource(tx.store, id)
  const { key } = insertHighlight(tx, source, cutPassages(readText(tx.store, source), spans), said)
  const [highlight] = readHighlightsAtHome(tx.store, [key])
  if (highlight === undefined) throw new Error(`highlight ${key} was written and cannot be read`)
  tx.describe(`Highlighted ${inWords(highlight.passages[0]?.quote ?? '')}`)
  return highlight
}

/** Writes the rows of a new highlight and says what they touch; the line of history is the caller's. */
export function insertHighlight(
  tx: Transaction,
  source: MarkedSource,
  passages: readonly Passage[],
  added: NewHighlight,
): { key: number; id: HighlightId } {
  const id = tx.newId('highlight')
  const created = added.origin?.created ?? tx.now
  const { key } = tx.store.run(
    `INSERT INTO highlights (id, source, type, note, iri, foreign_properties, created, changed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    source.key,
    keyOfType(tx.store, added.type ?? null),
    stored(added.note ?? null),
    added.origin?.iri ?? null,
    added.origin?.foreign ?? null,
    created,
    added.origin?.changed ?? created,
  )
  writePassages(tx, key, source.key, passages)
  tagHighlight(tx, key, added.tags ?? [])
  for (const entity of added.entities ?? []) linkHighlight(tx, key, findEntity(tx.store, entity).key)
  tx.touch('highlights', [id])
  tx.touch('sources', [source.id])
  tx.touch('entities', added.entities ?? [])
  return { key, id }
}

export interface HighlightsChange {
  readonly ids: readonly HighlightId[]
  readonly set: {
    readonly type?: TypeId | null | undefined
    readonly tags?: readonly string[] | undefined
    readonly note?: Prose | null | undefined
    readonly spans?: readonly Span[] | undefined
  }
  readonly addTags?: readonly string[] | undefined
  readonly removeTags?: readonly string[] | undefined
  /** The version that `spans` are on; without it, each highlight's own. */
  readonly on?: SourceId | undefined
}

/**
 * Changes what is named and leaves the rest. @returns highlights as they stand on `on`, or where they were made
 * @throws CasebookError highlight.not-found, source.not-found, type.not-found, highlight.outside, input.invalid
 */
export function changeHighlights(tx: Transaction, change: HighlightsChange): { items: Highlight[] } {
  const rows = findHighlights(tx.store, change.ids)
  if (change.set.spans !== undefined && rows.length > 1) {
    throw new CasebookError('input.invalid', 'Only one highlight at a time can be given other ends.')
  }
  for (const row of rows) changeHighlight(tx, row, change)
  dropUnusedTags(tx)
  const items = readHighlights(
    tx.store,
    rows.map((row) => ({ highlight: row.key, source: versionMeant(tx.store, row, change.on).key })),
  )
  tx.describe(describeChange(tx, change, items))
  // What is typed into one note comes as many commands, and is undone as one.
  if (change.set.note !== undefined && rows.length === 1) tx.mergeWith(`note on ${change.ids[0]}`)
  tx.touch('highlights', change.ids)
  return { items }
}

function changeHighlight(tx: Transaction, row: HighlightRow, change: HighlightsChange): void {
  const { type, tags, note, spans } = change.set
  tx.store.run(
    `UPDATE highlights SET type = iif(?, ?, type), note = iif(?, ?, note), changed = ? WHERE key = ?`,
    Number(type !== undefined),
    keyOfType(tx.store, type ?? null),
    Number(note !== undefined),
    stored(note ?? null),
    tx.now,
    row.key,
  )
  if (tags !== undefined) {
    untagHighlight(tx, row.key, null)
    tagHighlight(tx, row.key, tags)
  }
  if (change.removeTags !== undefined) untagHighlight(tx, row.key, change.removeTags)
  if (change.addTags !== undefined) tagHighlight(tx, row.key, change.addTags)
  if (spans !== undefined) {
    const source = versionMeant(tx.store, row, change.on)
    writePassages(tx, row.key, source.key, cutPassages(readText(tx.store, source), spans))
    // Where the analyst said what is marked, it stands exactly.
    tx.store.run('DELETE FROM anchorings WHERE highlight = ? AND source = ?', row.key, source.key)
  }
}

/** @throws CasebookError source.not-found, input.invalid (the highlight does not stand on that version) */
function versionMeant(store: Store, row: HighlightRow, on: SourceId | undefined): MarkedSource {
  const source = on === undefined ? sourceByKey(store, row.source) : findSource(store, on)
  const stands = store.get('SELECT 1 FROM passages WHERE highlight = ? AND source = ?', row.key, source.key)
  if (stands !== undefined) return source
  throw new CasebookError('input.invalid', 'The highlight does not stand on this version: attach it first.', {
    highlight: row.id,
    source: source.id,
  })
}

function describeChange(tx: Transaction, change: HighlightsChange, items: readonly Highlight[]): string {
  const { type, tags, note, spans } = change.set
  const which =
    items.length === 1 ? inWords(items[0]?.passages[0]?.quote ?? '') : counted(items.length, 'highlight')
  if (spans !== undefined) return `Moved the ends of ${which}`
  if (note !== undefined) return note === null ? `Removed the note on ${which}` : `Wrote a note on ${which}`
  if (type === null) return `Took the type from ${which}`
  if (type !== undefined) return `Marked ${which} as ${typeById(tx.store, type).name}`
  const added = change.addTags ?? tags ?? []
  if (added.length > 0) return `Tagged ${which} ${added.join(', ')}`
  return change.removeTags === undefined
    ? `Removed all tags from ${which}`
    : `Removed ${change.removeTags.join(', ')} from ${which}`
}

/** @throws CasebookError highlight.not-found */
export function deleteHighlights(
  tx: Transaction,
  { ids }: { ids: readonly HighlightId[] },
): { deleted: number } {
  const rows = findHighlights(tx.store, ids)
  const keys = rows.map((row) => row.key)
  const only = rows.length === 1 ? readHighlightsAtHome(tx.store, keys)[0] : undefined
  tx.touch('entities', entitiesLinkedFrom(tx.store, keys))
  for (const row of rows) deleteHighlightRows(tx, row.key)
  dropUnusedTags(tx)
  tx.touch('highlights', ids)
  tx.touch('sources', new Set(rows.map((row) => row.sourceId)))
  tx.describe(
    `Deleted ${only === undefined ? counted(rows.length, 'highlight') : `the highlight ${inWords(only.passages[0]?.quote ?? '')}`}`,
  )
  return { deleted: rows.length }
}

function stored(note: Prose | null): string | null {
  return note === null || note.blocks.length === 0 ? null : JSON.stringify(note)
}
