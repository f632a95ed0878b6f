import type { Block } from './aligned-texts.ts'

/**
 * Where each character of an earlier text stands on a later one, by the evidence of the two whole texts. Every character has at most
 * one place, and no place is given twice. Offsets are on the plain forms, and capitals are no other letters.
 */
export type TextMap = {
  /** For each character of the earlier text its place on the later one, or -1. */
  now: Int32Array
  /** For each character of the later text its place on the earlier one, or -1. */
  old: Int32Array
  /** 1 where more than one stretch of the other text had a claim, and only one could get it. */
  contestedOld: Uint8Array
  contestedNow: Uint8Array
  /** 1 where a piece of `ONCE` characters begins on the earlier text that stands once on either. */
  once: Uint8Array
}

export function isTaken(map: TextMap, old: number, now: number): boolean {
  return (map.now[old] ?? -1) >= 0 || (map.old[now] ?? -1) >= 0
}

export function give(map: TextMap, { old, now, length }: Block): void {
  for (let at = 0; at < length; at += 1) {
    map.now[old + at] = now + at
    map.old[now + at] = old + at
  }
}

export function take(map: TextMap, { old, now, length }: Block): void {
  map.now.fill(-1, old, old + length)
  map.old.fill(-1, now, now + length)
}
