import { type CommonRun, commonRuns } from '#text/common-runs.ts'
import type { Word } from '#text/words.ts'

/**
 * Where words that were asked about stand in a text: found by short runs that both have, and from there word by word, over what was
 * changed, left out or put in.
 */

/** Runs of words that are alike, in the order of both texts. */
export type Stretch = readonly StretchRun[]

export interface StretchRun {
  /** Index of the first word asked. */
  readonly asked: number
  readonly length: number
  /** The words as they stand in the text, one for each. */
  readonly found: readonly Word[]
}

/** Where a run of this many words begins, a stretch may. */
const SEED_WORDS = 3
/** Words between two runs of a stretch: more than these were put in between, and it is another one. */
const WIDEST_GAP = 12

export function findStretches(asked: readonly Word[], text: readonly Word[]): Stretch[] {
  const seeds = findSeeds(asked, text)
  return clustersOf(seeds).flatMap((cluster) => {
    const stretch = alignCluster(cluster, asked, text)
    return stretch.length === 0 ? [] : [stretch]
  })
}

/** Where a short run of asked words stands; both as indices of words. */
interface Seed {
  readonly asked: number
  readonly found: number
}

function findSeeds(asked: readonly Word[], text: readonly Word[]): Seed[] {
  const size = Math.min(SEED_WORDS, asked.length)
  if (size === 0) return []
  const places = new Map<string, number[]>()
  for (let at = 0; at + size <= asked.length; at += 1) {
    const run = runAt(asked, at, size)
    places.set(run, [...(places.get(run) ?? []), at])
  }
  const seeds: Seed[] = []
  for (let found = 0; found + size <= text.length; found += 1) {
    for (const at of places.get(runAt(text, found, size)) ?? []) seeds.push({ asked: at, found })
  }
  return seeds
}

function runAt(all: readonly Word[], at: number, size: number): string {
  let run = ''
  for (let next = at; next < at + size; next += 1) run += ` ${all[next]?.word}`
  return run
}

/** Seeds that go on where others ended, in both texts: several, where the text has the words several times. */
function clustersOf(seeds: readonly Seed[]): Seed[][] {
  const clusters: Seed[][] = []
  for (const seed of seeds) {
    const fitting = clusters.findLast((cluster) => goesOn(cluster.at(-1), seed))
    if (fitting === undefined) clusters.push([seed])
    else fitting.push(seed)
  }
  return clusters
}

function goesOn(last: Seed | undefined, seed: Seed): boolean {
  if (last === undefined) return false
  const [askedGap, foundGap] = [seed.asked - last.asked, seed.found - last.found]
  return (
    askedGap > 0 && foundGap > 0 && foundGap <= askedGap + WIDEST_GAP && askedGap <= foundGap + WIDEST_GAP
  )
}

function alignCluster(cluster: readonly Seed[], asked: readonly Word[], text: readonly Word[]): Stretch {
  const [first, last] = [cluster[0], cluster.at(-1)]
  if (first === undefined || last === undefined) return []
  // As many words before and behind the seeds as were asked there, and a few more that may have been put in.
  const from = Math.max(0, first.found - first.asked - WIDEST_GAP)
  const to = Math.min(text.length, last.found + (asked.length - last.asked) + WIDEST_GAP)
  const window = text.slice(from, to)
  const runs = commonRuns(
    asked.map(({ word }) => word),
    window.map(({ word }) => word),
  )
  return withoutStrays(drawnTogether(runs, asked, window)).map(({ old, now, length }) => ({
    asked: old,
    length,
    found: window.slice(now, now + length),
  }))
}

/**
 * The same words in as few runs as may be, the longest first: `the` before a quotation is the one that stands there, though a reading in
 * order meets another one before.
 */
function drawnTogether(
  runs: readonly CommonRun[],
  asked: readonly Word[],
  text: readonly Word[],
): readonly CommonRun[] {
  const drawn: CommonRun[] = []
  for (const run of runs.toSorted((a, b) => b.length - a.length)) {
    const [before, behind] = [
      drawn.filter(({ old }) => old <= run.old),
      drawn.filter(({ old }) => old > run.old),
    ]
    const shift = Math.max(
      0,
      ...before.map(({ old, now, length }) => Math.max(old + length - run.old, now + length - run.now)),
    )
    const [old, now] = [run.old + shift, run.now + shift]
    const room = Math.min(...behind.map((other) => Math.min(other.old - old, other.now - now)))
    const length = Math.min(run.length - shift, room)
    if (length > 0) drawn.push(wholeRun({ old, now, length }, { asked, text, before, room }))
  }
  return drawn.toSorted((a, b) => a.old - b.old)
}

/** With the words on both sides that are alike too, as far as there is room. */
function wholeRun(
  { old, now, length }: CommonRun,
  {
    asked,
    text,
    before,
    room,
  }: { asked: readonly Word[]; text: readonly Word[]; before: readonly CommonRun[]; room: number },
): CommonRun {
  const isSame = (step: number) => {
    const word = asked[old + step]?.word
    return word !== undefined && word === text[now + step]?.word
  }
  const isFree = (step: number) =>
    before.every((run) => run.old + run.length <= old + step && run.now + run.length <= now + step)
  let [start, end] = [0, length]
  while (isSame(start - 1) && isFree(start - 1)) start -= 1
  while (end < room && isSame(end)) end += 1
  return { old: old + start, now: now + start, length: end - start }
}

/** A word or two at either end, far from the rest, are there by chance. */
function withoutStrays(runs: readonly CommonRun[]): readonly CommonRun[] {
  const kept = [...runs]
  while (isStray(kept[0], kept[1])) kept.shift()
  while (isStray(kept.at(-1), kept.at(-2))) kept.pop()
  return kept
}

function isStray(run: CommonRun | undefined, next: CommonRun | undefined): boolean {
  if (run === undefined || next === undefined || run.length >= SEED_WORDS) return false
  const gap = (from: number, other: number) =>
    Math.max(from, other) - Math.min(from + run.length, other + next.length)
  // More may have been put in than was left out.
  return gap(run.old, next.old) > run.length || gap(run.now, next.now) > run.length * SEED_WORDS
}
