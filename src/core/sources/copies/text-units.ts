import type { Span, Zone } from '#contract/source.ts'
import { SURE_WORDS } from '#text/fingerprints.ts'
import { paragraphs } from '#text/paragraphs.ts'
import { sentences } from '#text/sentences.ts'
import { hashWords } from '#text/shingles.ts'
import { words } from '#text/words.ts'
import { outsideBoilerplate } from './likeness.ts'

/** What of a text can be found in another one: its sentences and captions, and what it quotes. */

/** `hash` is the same for the same words, however they are punctuated. */
export interface TextUnit extends Span {
  readonly hash: number
}

/** Shorter than this, in letters, are seven signs of a script without spaces: less than a clause. */
const LEAST_LETTERS = 16

/** Those outside boilerplate that have one of the `places` (ascending offsets) in them, in the order of the text. */
export function unitsOf(text: string, zones: readonly Zone[], places: readonly number[]): TextUnit[] {
  const open = outsideBoilerplate(text.length, zones)
  const isOpen = ({ start, end }: Span) => open.some((span) => span.start <= start && end <= span.end)
  const units = paragraphs(text)
    .filter((paragraph) => hasPlace(places, paragraph))
    .flatMap((paragraph) => spansIn(text, paragraph))
    .filter((span) => hasPlace(places, span) && isOpen(span))
    .flatMap((span) => unitOf(text, span))
  return eachOnce(units)
}

/** The sentences outside boilerplate that have two or more of the `places`, with the numbers of these. */
export function* sentencesWith(
  text: string,
  zones: readonly Zone[],
  places: readonly number[],
): Generator<TextUnit & { readonly from: number; readonly to: number }> {
  const open = outsideBoilerplate(text.length, zones)
  for (const paragraph of paragraphs(text)) {
    if (!hasPlace(places, paragraph)) continue
    for (const span of sentences(text.slice(paragraph.start, paragraph.end))) {
      const [start, end] = [paragraph.start + span.start, paragraph.start + span.end]
      const [from, to] = [placeFrom(places, start), placeFrom(places, end)]
      if (to - from < 2 || !open.some((one) => one.start <= start && end <= one.end)) continue
      for (const unit of unitOf(text, { start, end })) yield { ...unit, from, to }
    }
  }
}

function eachOnce<T extends Span>(spans: readonly T[]): T[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()]
}

/** From its first word to its last, and the full stop: the same words in quotes and without are the same unit. */
function unitOf(text: string, { start, end }: Span): TextUnit[] {
  const unit = text.slice(start, end)
  const all = words(unit)
  const [first, last, hash] = [all[0], all.at(-1), hashWords(unit)]
  if (first === undefined || last === undefined || hash === null) return []
  if (all.length < SURE_WORDS || last.end - first.start < LEAST_LETTERS) return []
  const stop = /[.!?…]/.test(text[start + last.end] ?? '') ? 1 : 0
  return [{ start: start + first.start, end: start + last.end + stop, hash }]
}

function hasPlace(places: readonly number[], { start, end }: Span): boolean {
  return (places[placeFrom(places, start)] ?? end) < end
}

/** The number of the first of the places that stands at `start` or behind it. */
function placeFrom(places: readonly number[], start: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

const QUOTED = /“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^“”„]+)[“”]/dgu

/** The sentences of a paragraph, and what stands in quotes in it, each once. */
function spansIn(text: string, paragraph: Span): Span[] {
  const whole = text.slice(paragraph.start, paragraph.end)
  const spans = sentences(whole)
  for (const match of whole.matchAll(QUOTED)) {
    const inside = match.indices?.slice(1).find((one) => one !== undefined)
    if (inside === undefined) continue
    const quoted = { start: inside[0], end: inside[1] }
    spans.push(quoted)
    for (const { start, end } of sentences(whole.slice(quoted.start, quoted.end)))
      spans.push({ start: quoted.start + start, end: quoted.start + end })
  }
  return eachOnce(spans).map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }))
}
