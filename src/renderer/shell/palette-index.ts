import lunr from 'lunr'
import { fold } from '#text/fold.ts'
import { editDistance } from '#text/typo.ts'
import type { Place } from '../session/session.tsx'

/** A small index over names: a few letters find a thing, also with a slip in them. */

export interface PaletteEntry {
  readonly id: string
  readonly kind: 'command' | 'source' | 'entity' | 'tag' | 'brief' | 'search'
  readonly title: string
  /** Shown beside it: its publisher and day, its type. */
  readonly details: readonly string[]
  /** Other names to find it by. */
  readonly otherNames: readonly string[]
  /** Where it leads; null for a command, which is run. */
  readonly place: Place | null
}

export interface PaletteIndex {
  readonly find: (typed: string, most: number) => readonly PaletteEntry[]
}

export function indexPalette(entries: readonly PaletteEntry[]): PaletteIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const index = lunr((builder) => {
    builder.ref('id')
    builder.field('title', { boost: 4 })
    builder.field('names', { boost: 3 })
    builder.field('details')
    // Names are no prose: nothing is a stop word, nothing is cut to its stem.
    builder.pipeline.reset()
    builder.searchPipeline.reset()
    for (const { id, title, details, otherNames } of entries) {
      builder.add({
        id,
        title: wordsIn(title),
        names: otherNames.flatMap(wordsIn),
        details: details.flatMap(wordsIn),
      })
    }
  })
  return {
    find(typed, most) {
      const words = wordsIn(typed)
      if (words.length === 0) return []
      const exact = scores(words, (word) => matches(index, word, false))
      // A slip is forgiven only where the letters as they stand lead nowhere.
      const found = exact.size > 0 ? exact : scores(words, (word) => matches(index, word, true))
      return [...found]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, most)
        .flatMap(([id]) => byId.get(id) ?? [])
    },
  }
}

/**
 * The best of what was found here and by the casebook: what has the letters as they stand, and only where nothing has them what is some
 * slips away, the nearest first. Of those that fit as well, what was visited before, then what begins with the letters.
 */
export function inOrder(
  found: readonly PaletteEntry[],
  typed: string,
  visited: ReadonlySet<string>,
): readonly PaletteEntry[] {
  const letters = fold(typed)
  const ranked = found.map((entry) => ({
    entry,
    slips: slipsTo(entry, wordsIn(typed)),
    place: visited.has(entry.id) ? 0 : fold(entry.title).startsWith(letters) ? 1 : 2,
  }))
  const isExact = ranked.some(({ slips }) => slips === 0)
  return ranked
    .filter(({ slips }) => !isExact || slips === 0)
    .sort((a, b) => a.slips - b.slips || a.place - b.place)
    .map(({ entry }) => entry)
}

/** How many slips part what was typed from the words of its names and details, each from the nearest one. */
function slipsTo({ title, otherNames, details }: PaletteEntry, typed: readonly string[]): number {
  const words = [title, ...otherNames, ...details].flatMap(wordsIn)
  return typed
    .map((word) => Math.min(...words.map((other) => slipsBetween(word, other))))
    .reduce((all, slips) => all + slips, 0)
}

/** Titles are found by letters inside a word, too. */
function slipsBetween(typed: string, word: string): number {
  return word.includes(typed) ? 0 : (editDistance(typed, word, MOST_SLIPS) ?? MOST_SLIPS + 1)
}

const MOST_SLIPS = 2

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Every word must be found; what is found by all has the sum of their scores. */
function scores(
  words: readonly string[],
  find: (word: string) => ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const [first, ...rest] = words.map(find)
  const common = new Map(first)
  for (const other of rest) {
    for (const [id, score] of common) {
      const more = other.get(id)
      if (more === undefined) common.delete(id)
      else common.set(id, score + more)
    }
  }
  return common
}

function matches(index: lunr.Index, word: string, withSlips: boolean): ReadonlyMap<string, number> {
  const found = index.query((query) => {
    if (withSlips) query.term(word, { editDistance: slipsIn(word) })
    else {
      query.term(word, { boost: 3 })
      query.term(word, { wildcard: lunr.Query.wildcard.TRAILING })
    }
  })
  return new Map(found.map(({ ref, score }) => [ref, score]))
}

function slipsIn(word: string): number {
  if (word.length < 4) return 0
  return word.length < 5 ? 1 : 2
}
