import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import {
  type Evidence,
  type EvidenceByField,
  type Metadata,
  type MetadataField,
  metadataField,
  type Zone,
} from '#contract/sources.ts'
import { edtfDays } from '#text/edtf.ts'
import type { Store, Transaction } from '../casebook/casebook.ts'
import { rowOf } from './read-sources.ts'

/** Corrections and deletions by the analyst. */

/** @throws CasebookError source.not-found, input.invalid (a date that is none) */
export function editSources(
  tx: Transaction,
  { ids, set }: { ids: SourceId[]; set: { [F in MetadataField]?: Metadata[F] | undefined } },
): { changed: number } {
  const corrections = metadataField.options.flatMap((field) => {
    const value = set[field]
    return value === undefined
      ? []
      : [{ field, value: value === null || value.trim() === '' ? null : value.trim() }]
  })
  for (const { field, value } of corrections)
    if (field === 'published' || field === 'updated') mustBeDate(value)
  for (const id of ids) correct(tx.store, id, corrections)
  const names = corrections.map(({ field }) => field).join(', ')
  tx.describe(`Corrected ${names} of ${nameOfAll(tx.store, ids)}`)
  tx.touch('sources', ids)
  return { changed: ids.length }
}

function mustBeDate(value: string | null): void {
  if (value === null || edtfDays(value) !== null) return
  throw new CasebookError('input.invalid', `${value} is no date: write 2025-11-07, 2025-11 or 2025.`, {
    value,
  })
}

function correct(
  store: Store,
  id: SourceId,
  corrections: readonly { field: MetadataField; value: string | null }[],
): void {
  const { key, evidence } = rowOf(store, id)
  // Written by this station.
  const known = JSON.parse(evidence) as EvidenceByField
  for (const { field, value } of corrections) {
    // The field's name comes from the contract's closed list, so it is no foreign SQL.
    store.run(`UPDATE sources SET ${field} = ? WHERE key = ?`, value, key)
    known[field] = byAnalyst(value)
    if (field !== 'published') continue
    const days = edtfDays(value)
    const sql = 'UPDATE sources SET published_from = ?, published_to = ? WHERE key = ?'
    store.run(sql, days?.first ?? null, days?.last ?? null, key)
  }
  store.run('UPDATE sources SET evidence = ? WHERE key = ?', JSON.stringify(known), key)
}

function byAnalyst(value: string | null): Evidence {
  return { span: null, from: 'analyst', words: value ?? '', rule: 'corrected by hand', certainty: 'stated' }
}

/** @throws CasebookError source.not-found, input.invalid (a zone that lies outside the text) */
export function rezoneSource(
  tx: Transaction,
  { id, zones }: { id: SourceId; zones: Zone[] },
): { zones: Zone[] } {
  const { key, length, title, label } = rowOf(tx.store, id)
  const outside = zones.find(({ start, end }) => start >= end || end > length)
  if (outside) {
    throw new CasebookError(
      'input.invalid',
      `The zone ${outside.start}–${outside.end} does not lie in the text, which ends at ${length}.`,
      { start: outside.start, end: outside.end, length },
    )
  }
  const sorted = zones.toSorted((a, b) => a.start - b.start || b.end - a.end)
  tx.store.run('UPDATE sources SET zones = ? WHERE key = ?', JSON.stringify(sorted), key)
  tx.describe(`Changed the zones of ${title ?? label}`)
  tx.touch('sources', [id])
  return { zones: sorted }
}

/** What is marked in the sources must have left them: the engine sees to it, before. */
export function deleteSources(tx: Transaction, { ids }: { ids: SourceId[] }): { deleted: number } {
  const unique = [...new Set(ids)]
  tx.describe(`Deleted ${nameOfAll(tx.store, unique)}`)
  for (const id of unique) deleteOne(tx, id)
  tx.touch('sources', unique)
  return { deleted: unique.length }
}

function deleteOne(tx: Transaction, id: SourceId): void {
  const { key } = rowOf(tx.store, id)
  // The chain of versions closes over the gap.
  const sql = 'UPDATE sources SET replaces = (SELECT replaces FROM sources WHERE key = ?) WHERE replaces = ?'
  tx.store.run(sql, key, key)
  tx.store.run('DELETE FROM sources WHERE key = ?', key)
}

function nameOfAll(store: Store, ids: readonly SourceId[]): string {
  const [id] = ids
  if (ids.length !== 1 || id === undefined) return `${ids.length} sources`
  const { title, label } = rowOf(store, id)
  return title ?? label
}
