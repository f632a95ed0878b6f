import { CasebookError } from '#contract/failure.ts'
import type { SourceId } from '#contract/ids.ts'
import {
  type Evidence,
  type Metadata,
  type MetadataField,
  metadataField,
  type Zone,
} from '#contract/source.ts'
import { type ChosenSources } from '#contract/sources.ts'
import { edtfDays } from '#text/edtf.ts'
import type { Store, Transaction } from '../../casebook/casebook.ts'
import { chosenIds } from './list-sources.ts'
import { rowOf } from './read-sources.ts'

/** Corrections and deletions by the analyst. */

/** @throws CasebookError source.not-found, input.invalid (a date that is none, or no source) */
export function editSources(
  tx: Transaction,
  { set, ...chosen }: ChosenSources & { set: { [F in MetadataField]?: Metadata[F] | undefined } },
): { changed: number } {
  const corrections = metadataField.options.flatMap((field) => {
    const value = set[field]
    return value === undefined
      ? []
      : [{ field, value: value === null || value.trim() === '' ? null : value.trim() }]
  })
  for (const { field, value } of corrections)
    if (field === 'published' || field === 'updated') mustBeDate(value)
  const unique = chosenIds(tx.store, chosen)
  mustExist(tx.store, unique)
  correct(tx.store, unique, corrections)
  const names = corrections.map(({ field }) => field).join(', ')
  tx.describe(`Corrected ${names} of ${nameOfAll(tx.store, unique)}`)
  tx.touch('sources', unique)
  return { changed: unique.length }
}

function mustBeDate(value: string | null): void {
  if (value === null || edtfDays(value) !== null) return
  throw new CasebookError('input.invalid', `${value} is no date: write 2025-11-07, 2025-11 or 2025.`, {
    value,
  })
}

/** @throws CasebookError source.not-found */
function mustExist(store: Store, ids: readonly SourceId[]): void {
  const id = store.get<{ id: SourceId }>(
    'SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM sources) LIMIT 1',
    JSON.stringify(ids),
  )?.id
  if (id !== undefined) rowOf(store, id)
}

export interface Correction {
  readonly field: MetadataField
  readonly value: string | null
}

/** All of them in one statement, and each row written once: triggers follow every write. */
export function correct(store: Store, ids: readonly SourceId[], corrections: readonly Correction[]): void {
  // The fields' names come from the contract's closed list, so they are no foreign SQL.
  const set = corrections.flatMap(({ field, value }) => {
    const days = edtfDays(value)
    return field === 'published'
      ? [
          { sql: 'published = ?', value },
          { sql: 'published_from = ?', value: days?.first ?? null },
          { sql: 'published_to = ?', value: days?.last ?? null },
        ]
      : [{ sql: `${field} = ?`, value }]
  })
  const known = corrections.map(({ field, value }) => ({ field, evidence: byAnalyst(value) }))
  const paths = known.map(({ field }) => `, '$.${field}', json(?)`).join('')
  store.run(
    `UPDATE sources SET ${[...set.map(({ sql }) => sql), `evidence = json_set(evidence${paths})`].join(', ')}
     WHERE id IN (SELECT value FROM json_each(?))`,
    ...set.map(({ value }) => value),
    ...known.map(({ evidence }) => JSON.stringify(evidence)),
    JSON.stringify(ids),
  )
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
