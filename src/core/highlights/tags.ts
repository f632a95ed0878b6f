import { CasebookError } from '#contract/failure.ts'
import type { Tag } from '#contract/highlights.ts'
import type { TagId } from '#contract/ids.ts'
import type { Reading, Store, Transaction } from '../casebook/casebook.ts'

/** Tags nest by `/`: `security/border` is inside `security`. A tag is there as long as a highlight carries it. */

interface TagRow {
  readonly key: number
  readonly id: TagId
  readonly name: string
}

/** By name, so that what is inside a tag follows it. Each counts the highlights that carry itself. */
export function listTags({ store }: Reading): { items: Tag[] } {
  const items = store.all<Tag>(
    `SELECT tags.id, tags.name,
       (SELECT count(*) FROM highlight_tags WHERE highlight_tags.tag = tags.key) AS highlights
     FROM tags ORDER BY tags.name COLLATE NOCASE, tags.name`,
  )
  return { items }
}

/** A tag as it is stored: composed letters, single spaces, no empty levels. Null where nothing is left. */
export function normalTag(name: string): string | null {
  const levels = name.normalize('NFC').replace(/\s+/g, ' ').split('/')
  const named = levels.map((level) => level.trim()).filter((level) => level !== '')
  return named.length === 0 ? null : named.join('/')
}

/** @throws CasebookError input.invalid where nothing is left */
export function tagName(name: string): string {
  const normal = normalTag(name)
  if (normal === null) throw new CasebookError('input.invalid', 'A tag needs a name.')
  return normal
}

export function tagNames(names: readonly string[]): string[] {
  return [...new Set(names.map(tagName))]
}

/** Gives a highlight these tags. A tag that is new is made. */
export function tagHighlight(tx: Transaction, highlight: number, names: readonly string[]): void {
  for (const name of tagNames(names)) {
    tx.store.run(
      'INSERT INTO highlight_tags (highlight, tag) VALUES (?, ?) ON CONFLICT (highlight, tag) DO NOTHING',
      highlight,
      keyOfTag(tx, name),
    )
  }
}

/** Takes these tags from a highlight; all of them where no names are given. Call `dropUnusedTags` at the end. */
export function untagHighlight(tx: Transaction, highlight: number, names: readonly string[] | null): void {
  const those =
    names === null ? '' : 'AND tag IN (SELECT key FROM tags WHERE name IN (SELECT value FROM json_each(?)))'
  tx.store.run(
    `DELETE FROM highlight_tags WHERE highlight = ? ${those}`,
    highlight,
    ...(names === null ? [] : [JSON.stringify(tagNames(names))]),
  )
}

export function dropUnusedTags(tx: Transaction): void {
  tx.store.run('DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM highlight_tags WHERE tag = tags.key)')
}

/**
 * Renames a tag and everything inside it. Where the new name is there already, the two become one.
 * @returns how many highlights carried it
 * @throws CasebookError tag.not-found, input.invalid
 */
export function renameTag(tx: Transaction, { from, to }: { from: string; to: string }): { changed: number } {
  const [old, name] = [tagName(from), tagName(to)]
  const moving = knownTagsWithin(tx.store, old)
  if (old === name) return { changed: 0 }
  const highlights = carriersOf(tx.store, moving)
  const merges =
    !moving.some((tag) => tag.name === name) &&
    tx.store.get('SELECT 1 FROM tags WHERE name = ?', name) !== undefined
  for (const tag of inOrderOfMove(moving, name.length - old.length))
    moveTag(tx, tag, name + tag.name.slice(old.length))
  tx.describe(merges ? `Merged the tag ${old} into ${name}` : `Renamed the tag ${old} to ${name}`)
  tx.touch('highlights', highlights)
  return { changed: highlights.length }
}

/**
 * Takes a tag and everything inside it from all highlights.
 * @returns how many highlights carried it
 * @throws CasebookError tag.not-found, input.invalid
 */
export function deleteTag(tx: Transaction, { name }: { name: string }): { changed: number } {
  const old = tagName(name)
  const going = knownTagsWithin(tx.store, old)
  const highlights = carriersOf(tx.store, going)
  for (const { key } of going) {
    tx.store.run('DELETE FROM highlight_tags WHERE tag = ?', key)
    tx.store.run('DELETE FROM tags WHERE key = ?', key)
  }
  tx.describe(`Deleted the tag ${old}`)
  tx.touch('highlights', highlights)
  return { changed: highlights.length }
}

/** @throws CasebookError tag.not-found */
function knownTagsWithin(store: Store, name: string): TagRow[] {
  const tags = tagsWithin(store, name)
  if (tags.length === 0) {
    throw new CasebookError('tag.not-found', `There is no tag ${name} in this casebook.`, { tag: name })
  }
  return tags
}

function carriersOf(store: Store, tags: readonly TagRow[]): string[] {
  const rows = store.all<{ id: string }>(
    `SELECT DISTINCT highlights.id FROM highlight_tags JOIN highlights ON highlights.key = highlight_tags.highlight
     WHERE tag IN (SELECT value FROM json_each(?))`,
    JSON.stringify(tags.map((tag) => tag.key)),
  )
  return rows.map(({ id }) => id)
}

/** The tag of this name and all inside it. */
function tagsWithin(store: Store, name: string): TagRow[] {
  return store.all<TagRow>(
    `SELECT key, id, tags.name FROM tags, (SELECT ? AS name) AS outer_tag
     WHERE tags.name = outer_tag.name
       OR substr(tags.name, 1, length(outer_tag.name) + 1) = outer_tag.name || '/'`,
    name,
  )
}

/** All names grow or shrink by the same length, so none moves onto one that has yet to move in its turn. */
function inOrderOfMove(tags: TagRow[], growth: number): TagRow[] {
  return tags.toSorted((a, b) => (growth > 0 ? b.name.length - a.name.length : a.name.length - b.name.length))
}

function moveTag(tx: Transaction, tag: TagRow, name: string): void {
  const there = tx.store.get<TagRow>('SELECT key, id, name FROM tags WHERE name = ?', name)
  if (there === undefined) {
    tx.store.run('UPDATE tags SET name = ? WHERE key = ?', name, tag.key)
    return
  }
  tx.store.run(
    `UPDATE highlight_tags SET tag = ? WHERE tag = ?
       AND highlight NOT IN (SELECT highlight FROM highlight_tags WHERE tag = ?)`,
    there.key,
    tag.key,
    there.key,
  )
  tx.store.run('DELETE FROM highlight_tags WHERE tag = ?', tag.key)
  tx.store.run('DELETE FROM tags WHERE key = ?', tag.key)
}

function keyOfTag(tx: Transaction, name: string): number {
  const known = tx.store.get<TagRow>('SELECT key, id, name FROM tags WHERE name = ?', name)
  if (known !== undefined) return known.key
  return tx.store.run('INSERT INTO tags (id, name) VALUES (?, ?)', tx.newId('tag'), name).key
}
