/**
 * Which stretches of an earlier text stand, letter for letter, on a later one: the evidence of the two whole texts, beside that of a
 * single passage. A stretch counts when a piece of it stands once on either text; what stands several times goes with what it touches.
 */

/** A stretch alike on both texts, as long as it can be. */
export type Block = { old: number; now: number; length: number }

export type AlignedTexts = {
  /** Blocks may overlap: then what they share may belong to either. */
  blocks: readonly Block[]
  /** 1 where a piece begins on the old text that stands once on both. */
  once: Uint8Array
}

/** So many characters that stand once on both texts are the same ones. */
export const ONCE = 16

export function alignTexts(old: string, now: string): AlignedTexts {
  const blocks: Block[] = []
  const once = new Uint8Array(old.length)
  // Where the last block on each diagonal ends: its other seeds tell nothing new.
  const covered = new Map<number, number>()
  for (const { old: at, now: place } of seeds(old, now)) {
    once[at] = 1
    if ((covered.get(place - at) ?? -1) > at) continue
    const block = widest(old, now, at, place)
    covered.set(place - at, block.old + block.length)
    blocks.push(block)
  }
  return { blocks, once }
}

function widest(old: string, now: string, at: number, place: number): Block {
  let before = 0
  while (before < Math.min(at, place) && old[at - before - 1] === now[place - before - 1]) before += 1
  let length = before + ONCE
  const [from, to] = [at - before, place - before]
  const most = Math.min(old.length - from, now.length - to)
  while (length < most && old[from + length] === now[to + length]) length += 1
  return { old: from, now: to, length }
}

/** Pieces that stand once on each text, in the order of the old one. */
function* seeds(old: string, now: string): Generator<{ old: number; now: number }> {
  const table = new PieceTable(old.length)
  eachHash(old, (hash, at) => table.noteOld(hash, at))
  eachHash(now, (hash, at) => table.noteNow(hash, at))
  const partner = table.partners(old.length)
  for (let at = 0; at < old.length; at += 1) {
    const place = (partner[at] ?? 0) - 1
    // Two pieces may have one hash.
    if (place >= 0 && isSame(old, at, now, place)) yield { old: at, now: place }
  }
}

function isSame(old: string, at: number, now: string, place: number): boolean {
  for (let step = 0; step < ONCE; step += 1)
    if (old.charCodeAt(at + step) !== now.charCodeAt(place + step)) return false
  return true
}

const SEVERAL = -1

/**
 * Where each piece of the old text stands on either text, if it stands there once. Open addressing: a million pieces are too many for a
 * `Map`. A slot is three numbers side by side: the hash, and the place on either text, counted from one.
 */
class PieceTable {
  readonly #slots: Int32Array

  constructor(pieces: number) {
    this.#slots = new Int32Array(3 * 2 ** Math.ceil(Math.log2(2 * pieces + 2)))
  }

  noteOld(hash: number, at: number): void {
    const slot = this.#slotOf(hash)
    this.#slots[slot] = hash
    this.#slots[slot + 1] = this.#slots[slot + 1] === 0 ? at + 1 : SEVERAL
  }

  /** After all of the old text: what does not stand there is no partner. */
  noteNow(hash: number, at: number): void {
    const slot = this.#slotOf(hash)
    if (this.#slots[slot + 1] !== 0) this.#slots[slot + 2] = this.#slots[slot + 2] === 0 ? at + 1 : SEVERAL
  }

  /** For each offset on the old text the one on the new text, counted from one; nothing, or `SEVERAL`, where there is none. */
  partners(length: number): Int32Array {
    const partner = new Int32Array(length)
    // Millions of slots: an iterator's pairs would cost more than the search.
    for (let slot = 0; slot < this.#slots.length; slot += 3) {
      const at = this.#slots[slot + 1] ?? 0
      if (at > 0) partner[at - 1] = this.#slots[slot + 2] ?? 0
    }
    return partner
  }

  #slotOf(hash: number): number {
    const last = this.#slots.length / 3 - 1
    let slot = (hash ^ (hash >>> 15)) & last
    while (this.#slots[3 * slot + 1] !== 0 && this.#slots[3 * slot] !== hash) slot = (slot + 1) & last
    return 3 * slot
  }
}

const BASE = 0x01000193
const LEAVING = Array.from({ length: ONCE - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** A rolling hash of every `ONCE` characters. */
function eachHash(text: string, note: (hash: number, at: number) => void): void {
  let hash = 0
  for (let last = 0; last < text.length; last += 1) {
    if (last >= ONCE) hash = (hash - Math.imul(text.charCodeAt(last - ONCE), LEAVING)) | 0
    hash = (Math.imul(hash, BASE) + text.charCodeAt(last)) | 0
    if (last >= ONCE - 1) note(hash, last - ONCE + 1)
  }
}
