import { CasebookError } from '#contract/failure.ts'
import type { HighlightType } from '#contract/highlights.ts'
import type { TypeId } from '#contract/ids.ts'
import type { Reading, Store, Transaction } from '../casebook/casebook.ts'

/** The casebook's own kinds of mark: a name, a colour with an underline that tells the same, perhaps a key. */

const columns = 'id, name, colour, underline, shortcut AS key'

export function listTypes({ store }: Reading): { items: HighlightType[] } {
  return {
    items: store.all<HighlightType>(
      `SELECT ${columns} FROM highlight_types ORDER BY shortcut IS NULL, shortcut, name COLLATE NOCASE`,
    ),
  }
}

/** Only one type can have a key: the one that had it before lets go of it. */
export function addType(tx: Transaction, type: Omit<HighlightType, 'id'>): HighlightType {
  const made = { id: tx.newId('type'), ...type, name: nameOfType(type.name) }
  freeKey(tx, made.key)
  tx.store.run(
    'INSERT INTO highlight_types (id, name, colour, underline, shortcut) VALUES (?, ?, ?, ?, ?)',
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
