import type { EntityId } from '#contract/ids.ts'
import type { FoundEntity } from '#contract/search.ts'
import { fold } from '#text/fold.ts'
import { editDistance } from '#text/typo.ts'
import type { Store } from '../../casebook/casebook.ts'
import { indexVersion } from './index-version.ts'

/** All of them, by name. */
export function readEntityNames(store: Store): FoundEntity[] {
  const rows = store.all<{ id: EntityId; name: string; aliases: string }>(
    `SELECT id, name, (
       SELECT json_group_array(alias ORDER BY ordinal) FROM entity_aliases WHERE entity = entities.key
     ) AS aliases FROM entities ORDER BY name`,
  )
  return rows.map(({ id, name, aliases }) => ({ id, name, aliases: JSON.parse(aliases) as string[] }))
}

/** What entities are called, tens of thousands of them: each name is folded once, and kept for this version of the index. */
export function entityNamesOf(store: Store): EntityNames {
  const version = indexVersion(store)
  const before = known.get(store) ?? null
  if (before?.version === version) return before
  const names = new EntityNames(store, version, before)
  known.set(store, names)
  return names
}

const known = new WeakMap<Store, EntityNames>()

/** Of one version of the index; what was folded for the one before is taken over. */
export class EntityNames {
  readonly version: string
  readonly #entities: readonly FoundEntity[]
  /** Each name's words, with a space before every one: a word that begins like the letters is one look. */
  readonly #folded: ReadonlyMap<string, string>

  constructor(store: Store, version: string, before: EntityNames | null) {
    this.version = version
    this.#entities = readEntityNames(store)
    const known = before === null ? null : before.#folded
    this.#folded = new Map(
      this.#entities
        .flatMap(allNames)
        .map((name) => [name, known?.get(name) ?? ` ${nameWords(name).join(' ')}`]),
    )
  }

  /** Those with a name of which words begin like all that was typed; where the name begins like it, first. */
  beginning(typed: readonly string[]): FoundEntity[] {
    if (typed.length === 0) return [...this.#entities]
    const whole = ` ${typed.join(' ')}`
    const first: FoundEntity[] = []
    const others: FoundEntity[] = []
    for (const entity of this.#entities) {
      const folded = this.#foldedNames(entity)
      if (folded.some((name) => name.startsWith(whole))) first.push(entity)
      else if (folded.some((name) => typed.every((word) => name.includes(` ${word}`)))) others.push(entity)
    }
    return [...first, ...others]
  }

  /** Those with a name that has all the words that were typed, but for typing slips; the fewest slips first. */
  almost(typed: readonly string[]): FoundEntity[] {
    if (typed.length === 0) return []
    return this.#entities
      .map((entity) => ({
        entity,
        slips: Math.min(...this.#foldedNames(entity).map((name) => slipsBetween(typed, name))),
      }))
      .filter(({ slips }) => slips < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.slips - b.slips)
      .map(({ entity }) => entity)
  }

  #foldedNames(entity: FoundEntity): string[] {
    return allNames(entity).map((name) => this.#folded.get(name) ?? '')
  }
}

/** How many slips part the words from those of the name that are nearest to them; infinitely many where one is near to none. */
function slipsBetween(typed: readonly string[], name: string): number {
  const words = name.split(' ')
  return typed
    .map((word) => Math.min(...words.map((other) => editDistance(word, other, slipsIn(word)) ?? FAR)))
    .reduce((all, slips) => all + slips, 0)
}

const FAR = Number.POSITIVE_INFINITY

/** How many slips a word may have: none in three letters, two from five on. The palette forgives the same of what it holds itself. */
export function slipsIn(word: string): number {
  if (word.length < 4) return 0
  return word.length < 5 ? 1 : 2
}

function allNames({ name, aliases }: FoundEntity): readonly string[] {
  return [name, ...aliases]
}

export function nameWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}
