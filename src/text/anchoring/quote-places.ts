import { CharacterKind, kindAt } from '../characters.ts'
import type { Span } from '../offsets.ts'
import { errorsBetween, errorsByLength, findApproximate } from './approximate-search.ts'
import type { RunIndex } from './run-index.ts'

/**
 * Where in a plain text a quote may stand: as it is, or with errors in it. These are places to be judged, not found passages; each
 * has at least a little of the quote's context beside it.
 */

export type Wanted = {
  quote: string
  prefix: string
  suffix: string
}

export type Place = Span & {
  /** Letters put in, left out or exchanged in the quote. */
  errors: number
}

/** A quote this long is searched for as it is; a shorter one with so much of its context that they are as long together. */
const LONG = 14
const BESIDE = 5
// A one-letter mark in a long text: nobody can tell so many places apart.
const MOST_PLACES = 2000

/** Places where the quote stands letter for letter. */
export function exactPlaces(runs: RunIndex, wanted: Wanted): Place[] {
  const { quote } = wanted
  const beside = Math.max(BESIDE, LONG - quote.length)
  const before = wanted.prefix.slice(-beside)
  const after = wanted.suffix.slice(0, beside)
  const starts = new Set<number>()
  const collect = (words: string, shift: number) => {
    for (const at of runs.placesOf(words)) {
      if (starts.size >= MOST_PLACES) break
      starts.add(at + shift)
    }
  }
  if (quote.length >= LONG) collect(quote, 0)
  else {
    collect(before + quote, before.length)
    collect(quote + after, 0)
  }
  return [...starts].map((start) => ({ start, end: start + quote.length, errors: 0 }))
}

/** The context searched for together with the quote. */
const NEAR = 32
// More errors than this are no longer the same words, however long they are; and each one makes the search slower.
const MOST_ERRORS = 256

/** Places where the quote stands with errors, beside its prefix or its suffix. */
export function approximatePlaces(runs: RunIndex, wanted: Wanted): Place[] {
  const { text } = runs
  const { quote } = wanted
  const prefix = wanted.prefix.slice(-NEAR)
  const suffix = wanted.suffix.slice(0, NEAR)
  const most = Math.min(MOST_ERRORS, Math.floor(quote.length * 0.45) + 6)
  const length = NEAR + quote.length + most
  const places: Span[] = []
  for (const match of findWithin(text, seeded(runs, prefix, length), prefix + quote, most)) {
    const start = bestStart(text, match.end, wanted, most)
    places.push({ start, end: bestEnd(text, start, wanted, most) })
  }
  for (const match of findWithin(text, seeded(runs, suffix, length), quote + suffix, most)) {
    const end = bestEnd(text, match.start, wanted, most)
    places.push({ start: bestStart(text, end, wanted, most), end })
  }
  return distinct(places).flatMap((place) => {
    const errors = errorsBetween(quote, text.slice(place.start, place.end), most)
    return errors === null ? [] : [{ ...place, errors }]
  })
}

// Context that agrees holds at least one run of so many characters that starts at one of these steps.
const SEED = 8
const STEP = 3

/** The stretches of text, ascending and apart, within `length` of a piece of the context: nowhere else can it agree. */
function seeded(runs: RunIndex, context: string, length: number): Span[] {
  const hits = new Set<number>()
  for (let from = 0; from + SEED <= context.length; from += STEP) {
    const seed = context.slice(from, from + SEED)
    for (const at of runs.placesOf(seed)) hits.add(at)
  }
  const stretches: Span[] = []
  for (const hit of Int32Array.from(hits).sort()) {
    const [start, end] = [Math.max(0, hit - length), Math.min(runs.text.length, hit + length)]
    const last = stretches.at(-1)
    if (last && start <= last.end) last.end = end
    else stretches.push({ start, end })
  }
  return stretches
}

function findWithin(text: string, stretches: readonly Span[], pattern: string, most: number): Span[] {
  return stretches.flatMap(({ start, end }) =>
    findApproximate(text.slice(start, end), pattern, most).map((match) => ({
      start: match.start + start,
      end: match.end + start,
    })),
  )
}

function distinct(places: Span[]): Span[] {
  const known = new Map(places.map((place) => [`${place.start} ${place.end}`, place]))
  return [...known.values()].filter((place) => place.start < place.end)
}

/** Where the quote begins that ends at `end`. */
export function bestStart(text: string, end: number, wanted: Wanted, most: number): number {
  return end - bestLength(text, end, -1, wanted.quote, wanted.prefix, most)
}

/** Where the quote ends that begins at `start`. */
export function bestEnd(text: string, start: number, wanted: Wanted, most: number): number {
  return start + bestLength(text, start, 1, wanted.quote, wanted.suffix, most)
}

// How much of the context decides where a border falls, and what a border inside a word costs.
const BORDER_CONTEXT = 16
const BROKEN_WORD = 3

/**
 * How long the quote is that is held at one end: as long as quote and the context behind it agree best together. What was put in at the
 * border is thus left outside, and what was put in before it stays inside.
 */
function bestLength(
  text: string,
  at: number,
  step: 1 | -1,
  quote: string,
  context: string,
  most: number,
): number {
  const near = step === 1 ? context.slice(0, BORDER_CONTEXT) : context.slice(-BORDER_CONTEXT)
  const errors = errorsByLength(text, at, step, quote, quote.length + most, most)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let length = Math.max(1, quote.length - most); length < errors.length; length += 1) {
    const inQuote = errors[length] ?? most + 1
    if (inQuote > most || inQuote >= least) continue
    const border = at + step * length
    const behind = errorsByLength(text, border, step, near, near.length + BORDER_CONTEXT, near.length)
    const cost = inQuote + Math.min(near.length, ...behind) + (isInsideWord(text, border) ? BROKEN_WORD : 0)
    if (cost < least) {
      least = cost
      best = length
    }
  }
  return best
}

function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isLetter(text, at - 1) && isLetter(text, at)
}

function isLetter(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === CharacterKind.letter || kind === CharacterKind.digit
}
