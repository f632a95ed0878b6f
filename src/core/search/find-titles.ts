import type { ParsedInput } from '#contract/engine.ts'
import type { SourceId } from '#contract/ids.ts'
import type { FoundTitle } from '#contract/search.ts'
import { fold } from '#text/fold.ts'
import { words } from '#text/words.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { slipsIn } from './matching/entity-names.ts'
import { similarWords } from './matching/vocabulary.ts'

/**
 * Sources by some letters of what they are called, among all of them. The letters of each word may stand anywhere in the name: the names
 * are read through, folded, from their own narrow index. Where that leads nowhere a typing slip is forgiven: FTS5 is asked for the
 * titles with the nearest words.
 */
export function findTitles(
  { store }: Reading,
  wanted: ParsedInput<'search.titles'>,
): { items: FoundTitle[] } {
  if ('ids' in wanted) return { items: readTitles(store, keysOfIds(store, wanted.ids)) }
  const { letters, limit } = wanted
  const typed = words(letters).map(({ word }) => word)
  if (typed.length === 0) return { items: [] }
  const named = keysNamed(store, fold(letters).trim(), limit)
  return { items: readTitles(store, named.length > 0 ? named : keysWithSlips(store, typed, limit)) }
}

function keysOfIds(store: Store, ids: readonly SourceId[]): number[] {
  return ids.flatMap(
    (id) => store.get<{ key: number }>('SELECT key FROM sources WHERE id = ?', id)?.key ?? [],
  )
}

/** Names that begin with the letters first, then the newest. */
function keysNamed(store: Store, letters: string, limit: number): number[] {
  const parts = letters.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '')
  return keysOf(
    store.all<{ key: number }>(
      `SELECT key FROM library WHERE ${parts.map(() => 'instr(name, ?) > 0').join(' AND ')}
       ORDER BY instr(name, ?) <> 1, key DESC LIMIT ?`,
      ...parts,
      letters,
      limit,
    ),
  )
}

function keysWithSlips(store: Store, typed: readonly string[], limit: number): number[] {
  return keysOf(
    store.all<{ key: number }>(
      `SELECT rowid >> 3 AS key FROM search_words
       WHERE search_words MATCH ? AND rowid & 7 = 0 ORDER BY bm25(search_words), rowid DESC LIMIT ?`,
      `{title} : (${matchWithSlips(store, typed)})`,
      limit,
    ),
  )
}

/** For FTS5: every word as it was typed, or one of those it almost is. */
function matchWithSlips(store: Store, typed: readonly string[]): string {
  const parts = typed.map((word) => [
    word,
    ...similarWords(store, word, slipsIn(word)).map((one) => one.word),
  ])
  return parts.map((part) => `(${part.map((word) => `"${word}"`).join(' OR ')})`).join(' AND ')
}

function keysOf(rows: readonly { readonly key: number }[]): number[] {
  return rows.map(({ key }) => key)
}

/** In the order of `keys`. */
function readTitles(store: Store, keys: readonly number[]): FoundTitle[] {
  return keys.flatMap(
    (key) =>
      store.get<FoundTitle>(
        'SELECT id, coalesce(title, label) AS name, label, publisher, published FROM sources WHERE key = ?',
        key,
      ) ?? [],
  )
}
