import type { Problem } from '#contract/casebook.ts'
import { readText, type Store } from '../../casebook/casebook.ts'
import { keepPrints, packPrints, sourcesFunctions } from './prints.ts'

/**
 * Holds the index of shingles against the texts, one by one; with `repair` what is wrong is made anew. What is found wrong is one
 * problem, however many texts it concerns.
 */
export function* checkPrints(store: Store, repair: boolean): Generator<Problem | null> {
  let wrong = 0
  for (const { key } of store.all<{ key: number }>('SELECT key FROM texts')) {
    if (!isRight(store, key)) {
      wrong += 1
      if (repair) makeAnew(store, key)
    }
    yield null
  }
  wrong += strayTexts(store)
  if (wrong > 0 && repair) dropStrays(store)
  if (wrong > 0) yield problemWith(wrong, repair)
}

interface KeptPrints {
  readonly prints: Uint8Array
  readonly least: string
}

function isRight(store: Store, key: number): boolean {
  const kept = store.get<KeptPrints>(
    `SELECT prints, (SELECT json_group_array(print ORDER BY print) FROM least_shingles
       WHERE text = shingles.text AND print IN (SELECT value FROM json_each(shingles_least(prints)))) AS least
     FROM shingles WHERE text = ?`,
    key,
  )
  if (kept === undefined) return false
  const expected = packPrints(readText(store, key))
  return (
    Buffer.compare(kept.prints, expected) === 0 && kept.least === sourcesFunctions.shingles_least(expected)
  )
}

/** Looked-up fingerprints that no text has: they would lead to texts that have nothing to do with an article. */
const strays = `(text, print) NOT IN (
  SELECT shingles.text, value FROM shingles, json_each(shingles_least(shingles.prints))
)`

function strayTexts(store: Store): number {
  return store.value<number>(`SELECT count(DISTINCT text) FROM least_shingles WHERE ${strays}`)
}

function dropStrays(store: Store): void {
  store.run(`DELETE FROM least_shingles WHERE ${strays}`)
}

function makeAnew(store: Store, key: number): void {
  store.run('DELETE FROM shingles WHERE text = ?', key)
  keepPrints(store, key, packPrints(readText(store, key)))
}

function problemWith(texts: number, repaired: boolean): Problem {
  const message =
    texts === 1
      ? 'The index of what sources share does not agree with one text.'
      : `The index of what sources share does not agree with ${texts} texts.`
  return { kind: 'index', about: 'shingles', message, repaired }
}
