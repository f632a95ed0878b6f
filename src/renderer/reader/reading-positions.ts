import type { SourceId } from '#contract/ids.ts'

/** Where reading was left in each source: kept by this program on this machine, not in the casebook. */

const place = 'casebook.reading-positions'
/** More than anybody reads at a time; the ones left longest ago are forgotten. */
const most = 500

export function readingPosition(source: SourceId): number | null {
  return positions().get(source) ?? null
}

export function keepReadingPosition(source: SourceId, offset: number): void {
  const kept = positions()
  kept.delete(source)
  if (offset > 0) kept.set(source, offset)
  const newest = [...kept].slice(-most)
  localStorage.setItem(place, JSON.stringify(newest))
}

function positions(): Map<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return new Map(Array.isArray(stored) ? stored.filter(isPosition) : [])
  } catch {
    // What another program wrote there is no position.
    return new Map()
  }
}

function isPosition(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'
}
