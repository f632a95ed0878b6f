import { leastFingerprints } from '#text/fingerprints.ts'

/** How many of a text's fingerprints are looked up to find texts like it. */
export const LEAST = 8

/**
 * The fingerprints of an article, each once, to be held against those of many texts. They are spread evenly as they are, so a table that
 * is at most half full finds one in a step or two, where a `Set` takes ten times as long.
 */
export class PrintSet {
  readonly size: number
  /** The least of them, ascending. */
  readonly least: readonly number[]
  readonly #table: Uint32Array
  readonly #mask: number
  /** A free place holds 0, so this one print cannot stand in the table. */
  readonly #hasZero: boolean

  constructor(prints: Uint32Array) {
    this.size = prints.length
    this.least = leastFingerprints(prints, LEAST)
    this.#hasZero = this.least[0] === 0
    this.#mask = 2 ** Math.ceil(Math.log2(prints.length * 2 + 2)) - 1
    this.#table = new Uint32Array(this.#mask + 1)
    for (const print of prints) this.#table[this.#placeOf(print)] = print
  }

  has(print: number): boolean {
    return print === 0 ? this.#hasZero : this.#table[this.#placeOf(print)] === print
  }

  /** Where it stands, or the free place where it would. */
  #placeOf(print: number): number {
    let at = print & this.#mask
    while (this.#table[at] !== 0 && this.#table[at] !== print) at = (at + 1) & this.#mask
    return at
  }
}
