import type { Span } from '../offsets.ts'

/**
 * Where a pattern stands in a text with at most so many errors (letters put in, left out or exchanged), for patterns of any
 * length: Myers' bit-parallel algorithm (JACM 46, 1999) in blocks of 32 rows. Blocks that cannot end within the bound are not computed
 * (Ukkonen's cut-off), so a text that is nothing like the pattern costs about one block a character.
 */
export type ApproximateMatch = Span & { errors: number }

/**
 * The best match of each place where the pattern stands with at most `most` errors, in text order. Matches that end beside each
 * other count as one place; of equally good ends the last is taken, of equally good starts the nearest to the pattern's length.
 */
export function findApproximate(text: string, pattern: string, most: number): ApproximateMatch[] {
  if (pattern === '') return []
  const ends: { end: number; errors: number }[] = []
  const bound = Math.min(most, pattern.length - 1)
  scan(pattern, text, { at: 0, step: 1, count: text.length, most: bound, anchored: false }, (end, errors) => {
    const best = ends.at(-1)
    if (!best || end - best.end > pattern.length) ends.push({ end, errors })
    else if (errors <= best.errors) ends[ends.length - 1] = { end, errors }
  })
  return ends.map(({ end, errors }) => ({ start: startOf(text, pattern, end, errors), end, errors }))
}

/** Levenshtein distance of two texts, or null where it is more than `most`. */
export function errorsBetween(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null
  if (a === '' || b === '') return Math.max(a.length, b.length)
  let distance: number | null = null
  scan(a, b, { at: 0, step: 1, count: b.length, most, anchored: true }, (length, errors) => {
    if (length === b.length) distance = errors
  })
  return distance
}

/**
 * Errors of the pattern against every stretch of text that begins at `at` and runs forward (`step` 1), or ends there and runs back
 * (`step` -1): the n-th number is for a stretch of n characters. What is more than `most` is `most + 1`.
 */
export function errorsByLength(
  text: string,
  at: number,
  step: 1 | -1,
  pattern: string,
  lengths: number,
  most: number,
): number[] {
  const room = Math.min(lengths, step === 1 ? text.length - at : at)
  const errors = Array.from({ length: room + 1 }, () => most + 1)
  if (pattern.length <= most) errors[0] = pattern.length
  const first = step === 1 ? at : at - 1
  scan(pattern, text, { at: first, step, count: room, most, anchored: true }, (length, count) => {
    errors[length] = count
  })
  return errors
}

function startOf(text: string, pattern: string, end: number, errors: number): number {
  const lengths = errorsByLength(text, end, -1, pattern, pattern.length + errors, errors)
  let best = 0
  for (let length = 0; length < lengths.length; length += 1) {
    const count = lengths[length] ?? errors + 1
    const known = lengths[best] ?? errors + 1
    const nearer = Math.abs(length - pattern.length) <= Math.abs(best - pattern.length)
    if (count < known || (count === known && nearer)) best = length
  }
  return end - best
}

const BLOCK = 32

/** A pattern as bits: for each of its characters, the rows where it stands. */
type Compiled = {
  length: number
  blocks: number
  /** The rows of the table, `blocks` numbers for each different character; the first ones for those that the pattern lacks. */
  bits: Int32Array
}

// UTF-16 code unit → its place in `bits`. One table for all patterns, since clearing it costs less than making it.
const rowOf = new Uint32Array(0x10000)

function compile(pattern: string, step: 1 | -1): Compiled {
  const blocks = Math.ceil(pattern.length / BLOCK)
  let rows = 1
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(at)
    if (rowOf[unit] === 0) rowOf[unit] = rows++ * blocks
  }
  const bits = new Int32Array(rows * blocks)
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(step === 1 ? at : pattern.length - 1 - at)
    const cell = (rowOf[unit] ?? 0) + Math.floor(at / BLOCK)
    bits[cell] = (bits[cell] ?? 0) | (1 << (at % BLOCK))
  }
  return { length: pattern.length, blocks, bits }
}

function forget(pattern: string): void {
  for (let at = 0; at < pattern.length; at += 1) rowOf[pattern.charCodeAt(at)] = 0
}

/** The column of the table that the scan has reached: vertical differences as bits, and the value at the foot of each block. */
type Column = { plus: Int32Array; minus: Int32Array; foot: Int32Array }

/** Which stretch is read in which direction; `anchored`: the match begins where the reading does, otherwise anywhere. */
type Reading = { at: number; step: 1 | -1; count: number; most: number; anchored: boolean }

/** Reports, as number of characters read and errors, wherever the whole pattern fits within the bound. */
function scan(
  pattern: string,
  text: string,
  { at, step, count, most, anchored }: Reading,
  report: (read: number, errors: number) => void,
): void {
  if (pattern === '' || count <= 0) return
  const compiled = compile(pattern, step)
  const column = newColumn(compiled)
  const last = compiled.blocks - 1
  let active = Math.min(last, Math.max(0, Math.ceil(most / BLOCK) - 1))
  for (let read = 1; read <= count; read += 1) {
    const row = rowOf[text.charCodeAt(at + (read - 1) * step)] ?? 0
    active = advanceColumn(compiled, column, row, active, most, anchored ? 1 : 0)
    const errors = column.foot[last] ?? 0
    if (active === last && errors <= most) report(read, errors)
  }
  forget(pattern)
}

/** One character further; the answer is the last block that may still end within `most`. */
function advanceColumn(
  pattern: Compiled,
  column: Column,
  row: number,
  active: number,
  most: number,
  head: 0 | 1,
): number {
  const { bits } = pattern
  let carry: number = head
  for (let block = 0; block <= active; block += 1) {
    carry = advance(column, block, bits[row + block] ?? 0, carry, footBit(pattern, block))
    column.foot[block] = (column.foot[block] ?? 0) + carry
  }
  const foot = column.foot[active] ?? 0
  const next = active + 1
  const opens = foot - carry <= most && (carry < 0 || ((bits[row + next] ?? 0) & 1) !== 0)
  if (next < pattern.blocks && opens) {
    column.plus[next] = -1
    column.minus[next] = 0
    const down = advance(column, next, bits[row + next] ?? 0, carry, footBit(pattern, next))
    column.foot[next] = foot - carry + rowsIn(pattern, next) + down
    return next
  }
  let still = active
  while (still > 0 && (column.foot[still] ?? 0) >= most + BLOCK) still -= 1
  return still
}

function newColumn(pattern: Compiled): Column {
  const foot = new Int32Array(pattern.blocks)
  for (let block = 0, sum = 0; block < pattern.blocks; block += 1) foot[block] = sum += rowsIn(pattern, block)
  return { plus: new Int32Array(pattern.blocks).fill(-1), minus: new Int32Array(pattern.blocks), foot }
}

function rowsIn(pattern: Compiled, block: number): number {
  return Math.min(BLOCK, pattern.length - block * BLOCK)
}

function footBit(pattern: Compiled, block: number): number {
  return 1 << (rowsIn(pattern, block) - 1)
}

/** One step of one block; `carry` is the difference that comes in above (-1, 0, 1), the answer the one that goes out below. */
function advance(column: Column, block: number, matches: number, carry: number, foot: number): number {
  const plus = column.plus[block] ?? 0
  const minus = column.minus[block] ?? 0
  const fromAbove = carry < 0 ? 1 : 0
  const equal = matches | fromAbove
  const vertical = matches | minus
  const horizontal = (((equal & plus) + plus) ^ plus) | equal
  let up = minus | ~(horizontal | plus)
  let down = plus & horizontal
  const out = ((up & foot) === 0 ? 0 : 1) - ((down & foot) === 0 ? 0 : 1)
  up = (up << 1) | (carry > 0 ? 1 : 0)
  down = (down << 1) | fromAbove
  column.plus[block] = down | ~(vertical | up)
  column.minus[block] = up & vertical
  return out
}
