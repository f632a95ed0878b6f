import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packNumbers, unpackNumbers } from './packed-numbers.ts'

test('what was packed comes out again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2 ** 31 - 1)), (numbers) => {
      const ascending = numbers.toSorted((a, b) => a - b)
      expect(unpackNumbers(packNumbers(ascending))).toEqual(ascending)
    }),
  )
})

test('neighbours take a byte each', () => {
  expect(packNumbers(Array.from({ length: 1_000 }, (_, at) => at * 8))).toHaveLength(1_000)
})
