import type { ParsedInput } from '#contract/engine.ts'
import type { EntityId } from '#contract/ids.ts'
import type { FoundEntity } from '#contract/search.ts'
import { fold } from '#text/fold.ts'
import { words } from '#text/words.ts'
import type { Reading, Store } from '../casebook/casebook.ts'
import { matchWithSlips } from './find-titles.ts'
import { entityNames } from './list-names.ts'
import { indexVersion } from './matching/index-version.ts'

/** Entities by some letters of what they are called, among tens of thousands: each name is folded once, and kept. */
export function findEntities(
  { store }: Reading,
  { letters, limit }: ParsedInput<'search.entities'>,
): { items: FoundEntity[] } {
  const names = namesOf(store)
  const typed = wordsOf(letters)
  const fitting = names.beginning(typed)
  if (fitting.length > 0 || typed.length === 0) return { items: fitting.slice(0, limit) }
  return { items: withSlips(store, letters, limit).flatMap((id) => names.called(id) ?? []) }
}

function withSlips(store: Store, letters: string, limit: number): EntityId[] {
  const typed = words(letters).map(({ word }) => word)
  if (typed.length === 0) return []
  return store
    .all<{ id: EntityId }>(
      `SELECT id FROM search_words JOIN entities ON key = search_words.rowid >> 3
       WHERE search_words MATCH ? AND search_words.rowid & 7 = 2 ORDER BY bm25(search_words), search_words.rowid LIMIT ?`,
      matchWithSlips(store, typed),
      limit,
    )
    .map(({ id }) => id)
}

/** Of one version of the index; what was folded for the one before is taken over. */
class EntityNames {
  readonly version: string
  readonly #entities: readonly FoundEntity[]
  /** Each name's words, with a space before every one: a word that begins like the letters is one look. */
  readonly #folded: ReadonlyMap<string, string>

  constructor(store: Store, version: string, before: EntityNames | null) {
    this.version = version
    this.#entities = entityNames(store)
    const known = before === null ? null : before.#folded
    this.#folded = new Map(
      this.#entities
        .flatMap(allNames)
        .map((name) => [name, known?.get(name) ?? ` ${wordsOf(name).join(' ')}`]),
    )
  }

  /** Those with a name of which words begin like all that was typed; where the name begins like it, first. */
  beginning(typed: readonly string[]): FoundEntity[] {
    if (typed.length === 0) return [...this.#entities]
    const whole = ` ${typed.join(' ')}`
    const first: FoundEntity[] = []
    const others: FoundEntity[] = []
    for (const entity of this.#entities) {
      const folded = allNames(entity).map((name) => this.#folded.get(name) ?? '')
      if (folded.some((name) => name.startsWith(whole))) first.push(entity)
      else if (folded.some((name) => typed.every((word) => name.includes(` ${word}`)))) others.push(entity)
    }
    return [...first, ...others]
  }

  called(id: EntityId): FoundEntity | undefined {
    return this.#entities.find((entity) => entity.id === id)
  }
}

const known = new WeakMap<Store, EntityNames>()

function namesOf(store: Store): EntityNames {
  const version = indexVersion(store)
  const before = known.get(store) ?? null
  if (before?.version === version) return before
  const names = new EntityNames(store, version, before)
  known.set(store, names)
  return names
}

function allNames({ name, aliases }: FoundEntity): readonly string[] {
  return [name, ...aliases]
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}
