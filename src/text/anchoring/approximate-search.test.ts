import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorsBetween, errorsByLength, findApproximate } from './approximate-search.ts'

test('finds a pattern with a few errors in it', () => {
  const text = 'Israel has carried out an extensive bombing campain against Syrian military assets.'
  expect(findApproximate(text, 'extensive bombing campaign', 3)).toEqual([{ start: 26, end: 51, errors: 1 }])
})

test('each place is told once, with its best match', () => {
  expect(findApproximate('abcd xxxx abxd xxxx abcd', 'abcd', 1)).toEqual([
    { start: 0, end: 4, errors: 0 },
    { start: 10, end: 14, errors: 1 },
    { start: 20, end: 24, errors: 0 },
  ])
})

test('what is too far off is not found', () => {
  expect(findApproximate('nothing of the kind', 'Golan Heights', 3)).toEqual([])
  expect(errorsBetween('Golan', 'Heights', 4)).toBeNull()
})

const letters = fc.constantFrom('a', 'b')

test('distances agree with the whole table, over many blocks', () => {
  const long = fc.string({ unit: letters, maxLength: 150 })
  fc.assert(
    fc.property(long, long, fc.nat(160), (a, b, most) => {
      const distance = table(a, b, true).at(-1) ?? 0
      expect(errorsBetween(a, b, most)).toBe(distance <= most ? distance : null)
    }),
  )
})

test('errors by length agree with the whole table, forward and back', () => {
  const long = fc.string({ unit: letters, minLength: 1, maxLength: 90 })
  fc.assert(
    fc.property(long, long, fc.nat(60), (text, pattern, most) => {
      const bounded = (errors: number[]) => errors.map((count) => Math.min(count, most + 1))
      expect(errorsByLength(text, 0, 1, pattern, text.length, most)).toEqual(
        bounded(table(pattern, text, true)),
      )
      expect(errorsByLength(text, text.length, -1, pattern, text.length, most)).toEqual(
        bounded(table(turned(pattern), turned(text), true)),
      )
    }),
  )
})

test('the best match has as few errors as the whole table says, and its stretch has just these', () => {
  const text = fc.string({ unit: letters, maxLength: 120 })
  const pattern = fc.string({ unit: letters, minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(text, pattern, fc.nat(40), (whole, wanted, most) => {
      const found = findApproximate(whole, wanted, most)
      const least = Math.min(...table(wanted, whole, false).slice(1))
      const bound = Math.min(most, wanted.length - 1)
      if (whole !== '' && least <= bound) expect(Math.min(...found.map(({ errors }) => errors))).toBe(least)
      else expect(found).toEqual([])
      for (const { start, end, errors } of found)
        expect(errorsBetween(wanted, whole.slice(start, end), 200)).toBe(errors)
    }),
  )
})

/** The last row of the table of distances: the pattern against what of the text ends at each place. */
function table(pattern: string, text: string, anchored: boolean): number[] {
  let row = Array.from({ length: text.length + 1 }, (_, column) => (anchored ? column : 0))
  for (let i = 1; i <= pattern.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= text.length; j += 1) {
      const [diagonal = 0, above = 0, left = 0] = [row[j - 1], row[j], next[j - 1]]
      next.push(Math.min(diagonal + Number(pattern[i - 1] !== text[j - 1]), above + 1, left + 1))
    }
    row = next
  }
  return row
}

function turned(text: string): string {
  return Array.from(text).reverse().join('')
}
