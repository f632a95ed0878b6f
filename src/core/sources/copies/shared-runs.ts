import { type CommonRun, commonRuns } from '#text/common-runs.ts'
import { SURE_WORDS } from '#text/fingerprints.ts'
import { hashWords } from '#text/shingles.ts'
import { type Word, words } from '#text/words.ts'
import type { SharedUnit } from './shared-texts.ts'

/**
 * Sentences that are the same but for their beginning, their end, or what was put in between. Two sentences share words where both
 * have eleven in a row, or two rows of seven or more, most of which are no names and numbers.
 */

/** A row of this many words has two fingerprints that both sentences chose (`SURE_WORDS` words have one). */
const LEAST_ROW = SURE_WORDS + 4
/** What more sentences have than this is a set phrase. */
const MOST_SENTENCES = 40

export interface Sentence extends SharedUnit {
  /** Those of its fingerprints that another text has too. */
  readonly prints: readonly number[]
}

/** @param wordsAt the words of a sentence as it stands, with their places in its text */
export function sharedRuns(
  sentences: readonly Sentence[],
  wordsAt: (sentence: Sentence) => readonly WordAsWritten[],
): SharedUnit[][] {
  const distinct = [...Map.groupBy(sentences, ({ hash }) => hash).values()]
  const groups = new Map<number, Map<string, SharedUnit>>()
  for (const [one, other] of pairsOf(distinct)) {
    const [first, second] = [one[0], other[0]]
    if (first === undefined || second === undefined || !areSeveral([...one, ...other])) continue
    const rows = rowsOf(wordsAt(first), wordsAt(second))
    if (rows === null) continue
    const group = groups.get(rows.hash) ?? new Map<string, SharedUnit>()
    for (const copy of one) addTo(group, copy, wordsAt(copy), rows.old, rows.hash)
    for (const copy of other) addTo(group, copy, wordsAt(copy), rows.now, rows.hash)
    groups.set(rows.hash, group)
  }
  return [...groups.values()].map((group) => [...group.values()])
}

function areSeveral(units: readonly SharedUnit[]): boolean {
  return units.some(({ article }) => article !== units[0]?.article)
}

/** Pairs of different sentences that have two fingerprints or more in common. */
function* pairsOf(
  distinct: readonly (readonly Sentence[])[],
): Generator<[readonly Sentence[], readonly Sentence[]]> {
  const withPrint = new Map<number, number[]>()
  for (const [at, copies] of distinct.entries()) {
    const common = new Map<number, number>()
    for (const print of new Set(copies[0]?.prints)) {
      const before = withPrint.get(print)
      if (before === undefined) {
        withPrint.set(print, [at])
        continue
      }
      if (before.length >= MOST_SENTENCES) continue
      for (const other of before) common.set(other, (common.get(other) ?? 0) + 1)
      before.push(at)
    }
    for (const [other, count] of common) if (count > 1) yield [distinct[other] ?? [], copies]
  }
}

interface Rows {
  /** First and last word of what is shared, in either sentence; what was put in between lies inside. */
  readonly old: readonly [number, number]
  readonly now: readonly [number, number]
  readonly hash: number
}

function rowsOf(old: readonly WordAsWritten[], now: readonly WordAsWritten[]): Rows | null {
  const plain = (all: readonly Word[]) => all.map(({ word }) => word)
  const rows = commonRuns(plain(old), plain(now)).map((row) => wholeRow(row, old, now))
  const long = rows.filter(({ length }) => length >= SURE_WORDS)
  if (long.length < 2 && (long[0]?.length ?? 0) < LEAST_ROW) return null
  const kept = withNear(rows, long)
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || last === undefined) return null
  // Rows may meet in a word that both sentences have once more.
  const shared = old.filter((_, at) => kept.some((row) => row.old <= at && at < row.old + row.length))
  const hash = hashWords(plain(shared).join(' '))
  if (hash === null || !sayAnything(shared)) return null
  return {
    old: [first.old, last.old + last.length - 1],
    now: [first.now, last.now + last.length - 1],
    hash,
  }
}

/** A shorter row counts where it stands near what is shared anyway: the end of a sentence behind a clause that was put in. */
const LEAST_PIECE = 3
const WIDEST_GAP = 12

function withNear(rows: readonly CommonRun[], long: readonly CommonRun[]): CommonRun[] {
  const kept = rows.filter(({ length }) => length >= LEAST_PIECE)
  const isFar = (row: CommonRun | undefined, next: CommonRun | undefined) => {
    if (row === undefined || next === undefined || long.includes(row)) return false
    const [a, b] = row.old < next.old ? [row, next] : [next, row]
    return Math.max(b.old - a.old, b.now - a.now) - a.length > WIDEST_GAP
  }
  while (isFar(kept[0], kept[1])) kept.shift()
  while (isFar(kept.at(-1), kept.at(-2))) kept.pop()
  return kept
}

/** A word such as `the` at either end may have been matched with one further off; here it belongs to the row. */
function wholeRow(row: CommonRun, old: readonly Word[], now: readonly Word[]): CommonRun {
  let [before, length] = [0, row.length]
  const isSame = (step: number) => {
    const word = old[row.old + step]?.word
    return word !== undefined && word === now[row.now + step]?.word
  }
  while (isSame(-1 - before)) before += 1
  while (isSame(length)) length += 1
  return { old: row.old - before, now: row.now - before, length: before + length }
}

/** A list of names and numbers, which anybody writes alike, says nothing. Scripts without capitals have no such sign. */
function sayAnything(shared: readonly WordAsWritten[]): boolean {
  return shared.filter(({ isName }) => isName).length * 2 <= shared.length
}

interface WordAsWritten extends Word {
  /** Whether it begins with a capital or a digit. */
  readonly isName: boolean
}

/** The words of a stretch of a text, with their places in the text. */
export function wordsOf(text: string, { start, end }: { start: number; end: number }): WordAsWritten[] {
  return words(text.slice(start, end)).map((word) => ({
    word: word.word,
    start: start + word.start,
    end: start + word.end,
    isName: /^[\p{Lu}\p{N}]/u.test(text.slice(start + word.start, start + word.end)),
  }))
}

function addTo(
  group: Map<string, SharedUnit>,
  { key, source, article }: SharedUnit,
  all: readonly Word[],
  [from, to]: readonly [number, number],
  hash: number,
): void {
  const [start, end] = [all[from]?.start, all[to]?.end]
  if (start !== undefined && end !== undefined)
    group.set(`${key} ${start} ${end}`, { key, source, article, start, end, hash })
}
