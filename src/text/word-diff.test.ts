import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonRuns } from './common-runs.ts'
import { diffWords } from './word-diff.ts'

const told = (old: string, now: string) =>
  diffWords(old, now).map((change) => [
    change.kind,
    old.slice(change.old.start, change.old.end),
    now.slice(change.now.start, change.now.end),
  ])

test('words that were exchanged, added and removed', () => {
  expect(told('Israel has left the zone today.', 'Israel has not left a zone.')).toEqual([
    ['same', 'Israel has ', 'Israel has '],
    ['added', '', 'not '],
    ['same', 'left ', 'left '],
    ['replaced', 'the', 'a'],
    ['same', ' zone', ' zone'],
    ['removed', ' today', ''],
    ['same', '.', '.'],
  ])
})

test('a sentence that was written anew is one change, not one for each space', () => {
  expect(told('It is cold here.', 'We have seen rain.')).toEqual([
    ['replaced', 'It is cold here', 'We have seen rain'],
    ['same', '.', '.'],
  ])
})

test('equal texts are the same, empty ones are nothing', () => {
  expect(told('same', 'same')).toEqual([['same', 'same', 'same']])
  expect(told('', '')).toEqual([])
  expect(told('', 'new')).toEqual([['added', '', 'new']])
})

test('a paragraph that moved in a long text leaves the others the same', () => {
  const lines = Array.from(
    { length: 800 },
    (_, line) => `line ${line} of the report tells number ${line * 7}`,
  )
  const moved = [...lines.slice(0, 100), ...lines.slice(101, 700), lines[100] ?? '', ...lines.slice(700)]
  const changes = diffWords(lines.join('\n'), moved.join('\n')).filter(({ kind }) => kind !== 'same')
  expect(
    changes.reduce((sum, { old, now }) => sum + old.end - old.start + now.end - now.start, 0),
  ).toBeLessThan(200)
})

const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '.', 'talks', '北', '🕊️', 'e\u0301', '\n'), { maxLength: 40 })
  .map((all) => all.join(''))

test('the changes lead from one text to the other and leave nothing out', () => {
  fc.assert(
    fc.property(text, text, (old, now) => {
      const changes = diffWords(old, now)
      expect(changes.map((change) => old.slice(change.old.start, change.old.end)).join('')).toBe(old)
      expect(changes.map((change) => now.slice(change.now.start, change.now.end)).join('')).toBe(now)
      for (const change of changes)
        if (change.kind === 'same')
          expect(old.slice(change.old.start, change.old.end)).toBe(
            now.slice(change.now.start, change.now.end),
          )
    }),
  )
})

test('as much is found in common as there is', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 25 })
  fc.assert(
    fc.property(items, items, (old, now) => {
      const runs = commonRuns(old, now)
      expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(old, now))
      for (const run of runs)
        expect(old.slice(run.old, run.old + run.length)).toEqual(now.slice(run.now, run.now + run.length))
    }),
  )
})

function longestCommon(a: string[], b: string[]): number {
  let row = b.map(() => 0).concat(0)
  for (const item of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(item === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

test('texts that differ more than can be compared are told in large stretches, and nothing of either is lost', () => {
  const [old, now] = [book(1), book(2)]
  const effort = { left: 200_000, isSpent: false }
  const changes = diffWords(old, now, effort)
  expect(effort.isSpent).toBe(true)
  expect(changes.map((change) => old.slice(change.old.start, change.old.end)).join('')).toBe(old)
  expect(changes.map((change) => now.slice(change.now.start, change.now.end)).join('')).toBe(now)
  const few = { left: 200_000, isSpent: false }
  expect(diffWords(old, old.replace('word77 ', 'another '), few)).toHaveLength(3)
  expect(few.isSpent).toBe(false)
})

/** Many words in an order of its own. */
function book(step: number): string {
  return Array.from({ length: 20_000 }, (_, at) => `word${(at * step * 7) % 997}`).join(' ')
}
