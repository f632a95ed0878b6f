import type { Span } from './offsets.ts'

/** What a reader sees as one character: a letter with its accents, a family emoji, a flag. No cut may fall inside one. */

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
// Longer than any grapheme people write. Asking for a border looks this far round it and not at the whole text.
const REACH = 256

/** Widens a span to whole characters and brings it inside the text; an empty span stays empty. */
export function clampToCharacters(text: string, span: Span): Span {
  const start = characterStart(text, Math.min(span.start, span.end))
  if (span.start === span.end) return { start, end: start }
  return { start, end: characterEnd(text, Math.max(span.start, span.end)) }
}

/** The last place at or before `at` where a character starts. */
export function characterStart(text: string, at: number): number {
  const inside = within(text, at)
  return isCertainBorder(text, inside) ? inside : graphemeAround(text, inside).start
}

/** The first place at or after `at` where a character ends. */
export function characterEnd(text: string, at: number): number {
  const inside = within(text, at)
  if (isCertainBorder(text, inside)) return inside
  const around = graphemeAround(text, inside)
  return around.start === inside ? inside : around.end
}

function within(text: string, at: number): number {
  return Math.max(0, Math.min(text.length, Math.trunc(at)))
}

/** Between two printable ASCII characters there is always a border; most of a text is decided here. */
function isCertainBorder(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return true
  return isPrintableAscii(text.charCodeAt(at - 1)) && isPrintableAscii(text.charCodeAt(at))
}

function isPrintableAscii(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f
}

function graphemeAround(text: string, at: number): Span {
  let from = Math.max(0, at - REACH)
  if (from > 0 && isLowSurrogate(text.charCodeAt(from))) from -= 1
  const found = segmenter.segment(text.slice(from, at + REACH)).containing(at - from)
  if (!found) return { start: at, end: at }
  const start = from + found.index
  return { start, end: start + found.segment.length }
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
