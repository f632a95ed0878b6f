import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PrintSet } from './print-set.ts'

const print = fc.oneof(fc.nat(0xffff_ffff), fc.nat(20), fc.constantFrom(0, 0xffff_ffff, 0x8000_0000))

test('knows the fingerprints it was made of and no others, and the least of them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(print), fc.array(print), (own, others) => {
      const [set, expected] = [new PrintSet(Uint32Array.from(own)), new Set(own)]
      expect([...own, ...others].map((one) => set.has(one))).toEqual(
        [...own, ...others].map((one) => expected.has(one)),
      )
      expect(set.size).toBe(expected.size)
      expect(set.least).toEqual(own.toSorted((a, b) => a - b).slice(0, 8))
    }),
  )
})
