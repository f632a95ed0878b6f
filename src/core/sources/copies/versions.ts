import { CasebookError } from '#contract/failure.ts'
import type { Reanchoring } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import type { Source } from '#contract/source.ts'
import type { Reading, Store, Transaction } from '../../casebook/casebook.ts'
import { readSources, rowOf } from '../library/read-sources.ts'

/**
 * Versions of one article are a chain: each source points to the one that it replaces, and no two to the same. What stands on the
 * versions (highlights) is no matter of this station: the engine ties the two together.
 */

/** @throws CasebookError source.not-found */
export function versionsOf({ store }: Reading, { id }: { id: SourceId }): { items: Source[] } {
  return { items: readSources(store, chainOf(store, rowOf(store, id).key)) }
}

/** The keys of a chain, the oldest first. */
export function chainOf(store: Store, key: number): number[] {
  return [...olderThan(store, key).toReversed(), key, ...newerThan(store, key)]
}

function olderThan(store: Store, key: number): number[] {
  const keys = store.all<{ key: number }>(
    `WITH RECURSIVE older (key) AS (
       SELECT replaces FROM sources WHERE key = ?
       UNION SELECT replaces FROM older JOIN sources USING (key)
     ) SELECT key FROM older WHERE key IS NOT NULL`,
    key,
  )
  return keys.map((row) => row.key)
}

export function newerThan(store: Store, key: number): number[] {
  const keys = store.all<{ key: number }>(
    `WITH RECURSIVE newer (key) AS (
       SELECT key FROM sources WHERE replaces = ?
       UNION SELECT sources.key FROM newer JOIN sources ON sources.replaces = newer.key
     ) SELECT key FROM newer`,
    key,
  )
  return keys.map((row) => row.key)
}

/** Two sources that follow each other in a chain. */
export interface Succession {
  readonly older: SourceId
  readonly newer: SourceId
}

/** What the engine does with what stands on versions when they are joined. */
export type CarryHighlights = (tx: Transaction, pairs: readonly Succession[]) => readonly Reanchoring[]

export interface Joined {
  /** The pairs of the chain from the older one on, in the order in which highlights are carried along. */
  readonly pairs: readonly Succession[]
  /** The line of history. */
  readonly title: string
}

/**
 * Puts `newer` right behind `older`, with the versions that follow it.
 * @throws CasebookError source.not-found, input.invalid (it is in a chain already)
 */
export function joinVersion(tx: Transaction, { newer, older }: Succession): Joined {
  const [next, last] = [rowOf(tx.store, newer), rowOf(tx.store, older)]
  if (next.replaces !== null || chainOf(tx.store, last.key).includes(next.key)) {
    throw new CasebookError(
      'input.invalid',
      `“${next.title ?? next.label}” is a version of an article already: part it from there first.`,
      { newer, older },
    )
  }
  const end = newerThan(tx.store, next.key).at(-1) ?? next.key
  tx.store.run('UPDATE sources SET replaces = ? WHERE replaces = ?', end, last.key)
  tx.store.run('UPDATE sources SET replaces = ? WHERE key = ?', last.key, next.key)
  tx.touch('sources', [newer, older])
  return {
    pairs: successions(readIds(tx.store, [last.key, ...newerThan(tx.store, last.key)])),
    title: `Made ${next.title ?? next.label} a newer version of ${last.title ?? last.label}`,
  }
}

function successions(ids: readonly SourceId[]): Succession[] {
  return ids.slice(1).map((newer, at) => ({ older: ids[at] ?? newer, newer }))
}

/** The two chains that a chain becomes, when one of its sources replaces nothing any more. */
export interface PartedChain {
  readonly older: readonly SourceId[]
  readonly newer: readonly SourceId[]
}

/** @throws CasebookError source.not-found, input.invalid (it replaces nothing) */
export function splitVersion(tx: Transaction, { id }: { id: SourceId }): PartedChain {
  const { key, replaces, title, label } = rowOf(tx.store, id)
  if (replaces === null) {
    throw new CasebookError('input.invalid', `“${title ?? label}” is no newer version of another source.`, {
      id,
    })
  }
  const older = readIds(tx.store, olderThan(tx.store, key))
  tx.store.run('UPDATE sources SET replaces = NULL WHERE key = ?', key)
  tx.describe(`Parted ${title ?? label} from its older version`)
  tx.touch('sources', [id, replaces])
  return { older, newer: readIds(tx.store, [key, ...newerThan(tx.store, key)]) }
}

function readIds(store: Store, keys: readonly number[]): SourceId[] {
  return store
    .all<{ id: SourceId }>(
      'SELECT sources.id FROM json_each(?) AS wanted JOIN sources ON sources.key = wanted.value ORDER BY wanted.key',
      JSON.stringify(keys),
    )
    .map(({ id }) => id)
}
