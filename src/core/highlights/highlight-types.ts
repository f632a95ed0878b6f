import { CasebookError } from '#contract/failure.ts'
import type { HighlightType } from '#contract/highlights.ts'
import type { TypeId } from '#contract/ids.ts'
import type { Reading, Store, Transaction } from '../casebook/casebook.ts'

/** The casebook's own kinds of mark: a name, a colour with an underline that tells the same, perhaps a key. */

const columns = 'id, name, colour, underline, shortcut AS key'
const inOrder = 'place NULLS LAST, shortcut NULLS LAST, name COLLATE NOCASE'

export function listTypes({ store }: Reading): { items: HighlightType[] } {
  return {
    items: store.all<HighlightType>(`SELECT ${columns} FROM highlight_types ORDER BY ${inOrder}`),
  }
}

/** Only one type can have a key: the one that had it before lets go of it. */
export function addType(tx: Transaction, type: Omit<HighlightType, 'id'>): HighlightType {
  const made = { id: tx.newId('type'), ...type, name: nameOfType(type.name) }
  freeKey(tx, made.key)
  tx.store.run(
    `INSERT INTO highlight_types (id, name, colour, underline, shortcut, place)
     VALUES (?, ?, ?, ?, ?, (SELECT ifnull(max(place), 0) + 1 FROM highlight_types))`,
    made.id,
    made.name,
    made.colour,
    made.underline,
    made.key,
  )
  tx.describe(`Added the type ${made.name}`)
  tx.touch('highlights', [])
  return made
}

interface TypeChange {
  id: TypeId
  set: Partial<{ [K in keyof Omit<HighlightType, 'id'>]: HighlightType[K] | undefined }>
}

/** @throws CasebookError type.not-found */
export function changeType(tx: Transaction, { id, set }: TypeChange): HighlightType {
  const before = typeById(tx.store, id)
  const type: HighlightType = {
    id,
    name: nameOfType(set.name ?? before.name),
    colour: set.colour ?? before.colour,
    underline: set.underline ?? before.underline,
    key: set.key === undefined ? before.key : set.key,
  }
  if (type.key !== before.key) freeKey(tx, type.key)
  tx.store.run(
    'UPDATE highlight_types SET name = ?, colour = ?, underline = ?, shortcut = ? WHERE id = ?',
    type.name,
    type.colour,
    type.underline,
    type.key,
    id,
  )
  tx.describe(
    type.name === before.name
      ? `Changed the type ${type.name}`
      : `Renamed the type ${before.name} to ${type.name}`,
  )
  tx.touch('highlights', [])
  return type
}

/**
 * Lists the types in this order. Those that are not named follow in the order they had.
 * @throws CasebookError type.not-found
 */
export function orderTypes(tx: Transaction, { ids }: { ids: readonly TypeId[] }): { items: HighlightType[] } {
  for (const id of ids) keyOfType(tx.store, id)
  const before = listTypes(tx).items.map(({ id }) => id)
  const ordered = [...ids, ...before.filter((id) => !ids.includes(id))]
  for (const [place, id] of ordered.entries())
    tx.store.run('UPDATE highlight_types SET place = ? WHERE id = ?', place + 1, id)
  tx.describe('Put the types in another order')
  tx.touch('highlights', [])
  return listTypes(tx)
}

/**
 * The highlights of the type get another one, or none.
 * @throws CasebookError type.not-found, input.invalid (a type cannot take its own place)
 */
export function deleteType(
  tx: Transaction,
  { id, to = null }: { id: TypeId; to?: TypeId | null | undefined },
): { changed: number } {
  if (id === to)
    throw new CasebookError('input.invalid', 'A type cannot be merged into itself.', { type: id })
  const type = typeById(tx.store, id)
  const key = keyOfType(tx.store, id)
  const marked = tx.store.all<{ id: string }>('SELECT id FROM highlights WHERE type = ?', key)
  tx.store.run('UPDATE highlights SET type = ? WHERE type = ?', keyOfType(tx.store, to), key)
  tx.store.run('DELETE FROM highlight_types WHERE key = ?', key)
  tx.describe(
    to === null
      ? `Deleted the type ${type.name}`
      : `Merged the type ${type.name} into ${typeById(tx.store, to).name}`,
  )
  tx.touch(
    'highlights',
    marked.map((highlight) => highlight.id),
  )
  return { changed: marked.length }
}

export function countTypes({ store }: Reading): { items: { type: TypeId | null; highlights: number }[] } {
  return {
    items: store.all(
      `SELECT highlight_types.id AS type, count(*) AS highlights
       FROM highlights LEFT JOIN highlight_types ON highlight_types.key = highlights.type
       GROUP BY highlights.type`,
    ),
  }
}

/** The key of a type's row; null for no type. @throws CasebookError type.not-found */
export function keyOfType(store: Store, id: TypeId | null): number | null {
  if (id === null) return null
  const row = store.get<{ key: number }>('SELECT key FROM highlight_types WHERE id = ?', id)
  if (row === undefined) throw noType(id)
  return row.key
}

/** @throws CasebookError type.not-found */
export function typeById(store: Store, id: TypeId): HighlightType {
  const type = store.get<HighlightType>(`SELECT ${columns} FROM highlight_types WHERE id = ?`, id)
  if (type === undefined) throw noType(id)
  return type
}

function nameOfType(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw new CasebookError('input.invalid', 'A type needs a name.')
  return trimmed
}

function freeKey(tx: Transaction, key: number | null): void {
  if (key !== null) tx.store.run('UPDATE highlight_types SET shortcut = NULL WHERE shortcut = ?', key)
}

function noType(id: TypeId): CasebookError {
  return new CasebookError('type.not-found', `There is no highlight type ${id} in this casebook.`, {
    type: id,
  })
}
