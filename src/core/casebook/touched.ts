import { type Station, stations } from '#contract/engine.ts'

/** Which records of which station a step changed: announced when it is done, and again when it is undone. */

/** While a command runs. */
export type TouchedSets = Map<Station, Set<string>>

/** As a step keeps them: null where there were too many to name. */
export type Touched = Partial<Record<Station, string[] | null>>

/** More ids than this are announced as "many". */
const touchedLimit = 1_000

/** @returns null for "many" */
export function named(ids: Set<string>): string[] | null {
  return ids.size > touchedLimit ? null : [...ids]
}

export function joinTouched(before: Touched, touched: TouchedSets): Touched {
  const joined: Touched = { ...before }
  for (const [station, ids] of touched) {
    const known = joined[station]
    joined[station] = known === null ? null : named(new Set([...(known ?? []), ...ids]))
  }
  return joined
}

export function addTouched(touched: TouchedSets, more: Touched): void {
  for (const station of stations) {
    const ids = more[station]
    if (ids === undefined) continue
    // "Many" stays many: more ids than the limit, none of which anybody has.
    const known = touched.get(station) ?? new Set()
    for (const id of ids ?? Array.from({ length: touchedLimit + 1 }, (_, at) => `${at}`)) known.add(id)
    touched.set(station, known)
  }
}
