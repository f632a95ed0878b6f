import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './typo.ts'

test('counts slips', () => {
  expect(editDistance('netanyahoo', 'netanyahu', 2)).toBe(2)
  expect(editDistance('barrack', 'barrak', 1)).toBe(1)
  expect(editDistance('sharaa', 'sahraa', 1)).toBe(1)
  expect(editDistance('damascus', 'damascus', 0)).toBe(0)
  expect(editDistance('', 'ab', 2)).toBe(2)
})

test('more slips than asked for are null', () => {
  expect(editDistance('netanyahoo', 'netanyahu', 1)).toBeNull()
  expect(editDistance('saar', 'sharaa', 1)).toBeNull()
})

test('agrees with the whole table, whatever the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      const distance = wholeTable(a, b)
      expect(editDistance(a, b, most)).toBe(distance > most ? null : distance)
    }),
    { numRuns: 2000 },
  )
})

function wholeTable(a: string, b: string, row = a.length, column = b.length): number {
  const table = Array.from({ length: row + 1 }, (_, i) => Array.from({ length: column + 1 }, (_, j) => i + j))
  const cell = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= row; i += 1)
    for (let j = 1; j <= column; j += 1) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(i - 2, j - 2) + 1 : row + column
      const line = table[i]
      if (line)
        line[j] = Math.min(
          cell(i - 1, j) + 1,
          cell(i, j - 1) + 1,
          cell(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
          swapped,
        )
    }
  return cell(row, column)
}
