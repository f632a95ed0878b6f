import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesRange, parseDateRange } from './date-range.ts'

const days = (words: string) => {
  const range = parseDateRange(words)
  return range && `${range.first} ${range.last}`
}

test('every form of a range', () => {
  expect(days('2025-06..2025-09')).toBe('2025-06-01 2025-09-30')
  expect(days('2025-06-15..')).toBe('2025-06-15 9999-12-31')
  expect(days('..2025')).toBe('0000-01-01 2025-12-31')
  expect(days('>=2025-10-01')).toBe('2025-10-01 9999-12-31')
  expect(days('>2024-02')).toBe('2024-03-01 9999-12-31')
  expect(days('<2025-07')).toBe('0000-01-01 2025-06-30')
  expect(days('<2025')).toBe('0000-01-01 2024-12-31')
  expect(days('<= 2025-06')).toBe('0000-01-01 2025-06-30')
  expect(days('2025')).toBe('2025-01-01 2025-12-31')
  expect(days('2025-06/2025-09')).toBe('2025-06-01 2025-09-30')
})

test('what is no range is none', () => {
  for (const words of [
    '',
    '..',
    'June',
    '2025-09..2025-06',
    '>',
    '>=June',
    '2025..June',
    '1..2..3',
    '>9999',
    '<0000',
  ])
    expect(days(words)).toBeNull()
})

test('an undated source never satisfies a range', () => {
  for (const range of ['..2025', '>=0000', '2025', '<2026']) {
    const parsed = parseDateRange(range)
    if (!parsed) throw new Error(range)
    expect([null, '', 'n.d.'].some((date) => matchesRange(date, parsed))).toBe(false)
  }
})

test('a date that is not precise satisfies where it may lie in the range', () => {
  const june = parseDateRange('2025-06-10..2025-06-20')
  if (!june) throw new Error('a range')
  expect(
    ['2025', '2025-06', '2025-06-15', '2025-06-20T23:00', '2025-05/..'].every((date) =>
      matchesRange(date, june),
    ),
  ).toBe(true)
  expect(
    ['2024', '2025-07', '2025-06-21', '2025-06-09', '../2025-05'].some((date) => matchesRange(date, june)),
  ).toBe(false)
})

test('before, on and after a day are all days, each once', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('3000-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (pivot, other) => {
      const met = [`<${pivot}`, pivot, `>${pivot}`].filter((words) => {
        const range = parseDateRange(words)
        return range && matchesRange(other, range)
      })
      expect(met).toHaveLength(1)
    }),
  )
})
