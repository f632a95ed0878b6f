import { array, assert, boolean, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { DifferenceRun } from '#contract/copies.ts'
import { blocksOf, rowsOf } from './difference-rows.ts'

const equal = (from: number, to: number, length: number): DifferenceRun => ({
  kind: 'equal',
  from: { start: from, end: from + length },
  to: { start: to, end: to + length },
})

test('a changed word stands in its line, on both sides', () => {
  const from = 'One line.\n\nThe strait is open.\n\nEnd.'
  const to = 'One line.\n\nThe strait is closed.\n\nEnd.'
  const rows = rowsOf(from, to, [
    equal(0, 0, 25),
    { kind: 'deleted', from: { start: 25, end: 29 }, to: { start: 25, end: 25 } },
    { kind: 'inserted', from: { start: 29, end: 29 }, to: { start: 25, end: 31 } },
    equal(29, 31, 7),
  ])
  expect(rows.map(({ changed }) => changed)).toEqual([false, true, false])
  expect(rows[1]).toEqual({
    changed: true,
    from: [
      { text: 'The strait is ', changed: false },
      { text: 'open', changed: true },
      { text: '.', changed: false },
    ],
    to: [
      { text: 'The strait is ', changed: false },
      { text: 'closed', changed: true },
      { text: '.', changed: false },
    ],
  })
})

const row = (changed: boolean) => ({ from: [], to: [], changed })

test('far from a change lines are folded, next to one they are not, and an unfolded one stays open', () => {
  const rows = [false, false, false, false, true, false, false, false].map(row)
  const kinds = (unfolded: number[] = []) =>
    blocksOf(rows, new Set(unfolded)).map((block) =>
      block.kind === 'row' ? block.at : `${block.first}–${block.last}`,
    )
  expect(kinds()).toEqual(['0–2', 3, 4, 5, '6–7'])
  expect(kinds([0, 1, 2])).toEqual([0, 1, 2, 3, 4, 5, '6–7'])
})

test('no line is lost and none is shown twice, whatever is folded', () => {
  assert(
    property(array(boolean()), array(nat(20)), (changes, unfolded) => {
      const shown = blocksOf(changes.map(row), new Set(unfolded)).flatMap((block) =>
        block.kind === 'row'
          ? [block.at]
          : Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at),
      )
      expect(shown).toEqual(changes.map((_, at) => at))
    }),
  )
})
