import type { Span } from '#text/offsets.ts'
import { editDistance } from '#text/typo.ts'
import type { SearchedText } from '../index/searched-text.ts'
import { isParticle, tellingParts } from '../language/particles.ts'
import type { InColumn, Near, Run, TextLeaf, Typo, Words } from '../language/query.ts'
import { phraseOf } from '../matching/match-words.ts'

/** Where the words of a query stand in a text: the same that FTS5 found, to the character. In text order. */
export function findMatches(leaf: Placed, text: SearchedText): Span[] {
  return findStretches(leaf, text).map(({ first, last }) => ({
    start: text.starts[first] ?? 0,
    end: text.ends[last] ?? 0,
  }))
}

/** Spans in text order; those inside another one are left out. */
export function withoutContained(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > (kept.at(-1)?.end ?? -1)) kept.push(span)
  }
  return kept
}

type Placed = Exclude<TextLeaf, InColumn>

/** Words number `first` to `last` of a text. */
interface Stretch {
  readonly first: number
  readonly last: number
}

function findStretches(leaf: Placed, text: SearchedText): Stretch[] {
  switch (leaf.op) {
    case 'words':
      return findWords(leaf, text)
    case 'run':
      return findRun(leaf, text)
    case 'near':
      return findNear(leaf, text)
    case 'typo':
      return findSimilar(leaf, text)
  }
}

function findWords(wanted: Words, { words }: SearchedText): Stretch[] {
  const found: Stretch[] = []
  const length = wanted.words.length
  for (let first = 0; first + length <= words.length; first += 1) {
    if (standsAt(wanted, words, first)) found.push({ first, last: first + length - 1 })
  }
  return found
}

function standsAt({ words: wanted, prefix }: Words, words: readonly string[], at: number): boolean {
  const last = wanted.length - 1
  for (let index = 0; index <= last; index += 1) {
    const word = words[at + index] ?? ''
    const one = wanted[index] ?? ''
    if (prefix && index === last ? !word.startsWith(one) : word !== one) return false
  }
  return true
}

/**
 * Words typed side by side are one match where they stand side by side, each a match elsewhere. An article or particle (`al`,
 * `the`) is no match by itself, only beside one of the others: marking every `the` would hide what was looked for.
 */
function findRun({ of }: Run, text: SearchedText): Stretch[] {
  if (of.length === 1) return of.flatMap((only) => findWords(only, text))
  const major = tellingParts(of)
  if (major.length === of.length && of.every(({ words }) => words.every(isParticle)))
    return findEach(of, text)
  const others = of.filter((part) => !major.includes(part))
  const whole = findWhole(of, text)
  const single = findEach(major, text)
  const minor = findEach(others, text)
  return outsideOf(whole, [...single, ...besideOf(single, minor)])
}

/** What is typed a hundred times is looked for once. */
function findEach(of: readonly Words[], text: SearchedText): Stretch[] {
  return [...new Map(of.map((part) => [phraseOf(part), part])).values()].flatMap((part) =>
    findWords(part, text),
  )
}

/** All parts, one directly behind the other. */
function findWhole(of: readonly Words[], text: SearchedText): Stretch[] {
  const [head, ...tail] = of
  if (head === undefined) return []
  return findWords(head, text).flatMap(({ first, last }) => {
    let end = last
    for (const part of tail) {
      if (!standsAt(part, text.words, end + 1)) return []
      end += part.words.length
    }
    return [{ first, last: end }]
  })
}

function besideOf(major: readonly Stretch[], minor: readonly Stretch[]): Stretch[] {
  const beginnings = new Set(major.map(({ first }) => first))
  const ends = new Set(major.map(({ last }) => last))
  return minor.filter(({ first, last }) => beginnings.has(last + 1) || ends.has(first - 1))
}

function outsideOf(whole: readonly Stretch[], single: readonly Stretch[]): Stretch[] {
  const covered = new Set(whole.flatMap(({ first, last }) => range(first, last)))
  return [...whole, ...single.filter(({ first }) => !covered.has(first))].sort((a, b) => a.first - b.first)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** As FTS5's NEAR: of the words from the end of the first part to the start of the last one, at most `within` lie between. */
function findNear({ of, within }: Near, text: SearchedText): Stretch[] {
  const places = of.map((part) => findWords(part, text))
  const found = new Set<Stretch>()
  for (const start of places.flat()) {
    const reachable = places.map((group) => reachedFrom(group, start, start.last + 1 + within))
    if (reachable.every((group) => group.length > 0)) for (const one of reachable.flat()) found.add(one)
  }
  return [...found].sort((a, b) => a.first - b.first)
}

/** Of stretches in text order those that begin with `start` or later, but not beyond word number `last`. */
function reachedFrom(group: readonly Stretch[], start: Stretch, last: number): Stretch[] {
  let low = 0
  let high = group.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((group[middle]?.first ?? 0) < start.first) low = middle + 1
    else high = middle
  }
  const reached: Stretch[] = []
  for (let one = group[low]; one !== undefined && one.first <= last; one = group[++low]) reached.push(one)
  return reached
}

function findSimilar({ word, slips }: Typo, { words }: SearchedText): Stretch[] {
  const known = new Map<string, boolean>()
  return words.flatMap((other, at) => {
    if (other === '') return []
    const isSimilar = known.get(other) ?? editDistance(word, other, slips) !== null
    known.set(other, isSimilar)
    return isSimilar ? [{ first: at, last: at }] : []
  })
}
