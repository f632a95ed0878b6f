import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareEdtf, edtfDays, formatEdtf, parseEdtf } from './edtf.ts'

const readBack = (text: string) => {
  const edtf = parseEdtf(text)
  return edtf && formatEdtf(edtf)
}

test('dates are read and written back as they were', () => {
  for (const date of [
    '2025',
    '2024-12',
    '2025-11-07',
    '2025-11-07T10:49',
    '2025-11-07T10:49:30+03:00',
    '2025-06~',
    '1984?',
    '2004-06-11%',
    '2025-06/2025-09',
    '2025-06/..',
    '../2025-09',
    '2025-06/',
    '0099-02-28',
  ])
    expect(readBack(date)).toBe(date)
})

test('what is no date of this form, or a day no calendar has, is none', () => {
  for (const text of [
    '',
    '25',
    '2025-13',
    '2025-02-29',
    '2025-04-31',
    '2025-6-1',
    '30/06/2025',
    '2025-06..2025-09',
  ])
    expect(parseEdtf(text)).toBeNull()
  for (const text of [
    '2025-11-07T25:00',
    '2025-09/2025-06',
    '../..',
    '/',
    '2025/2026/2027',
    'yesterday',
    '2025-06 ',
  ])
    expect(parseEdtf(text)).toBeNull()
})

test('a date covers all days it may mean', () => {
  expect(edtfDays('2024')).toEqual({ first: '2024-01-01', last: '2024-12-31' })
  expect(edtfDays('2024-02~')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
  expect(edtfDays('2025-11-07T10:49')).toEqual({ first: '2025-11-07', last: '2025-11-07' })
  expect(edtfDays('2025-06/2025-09')).toEqual({ first: '2025-06-01', last: '2025-09-30' })
  expect(edtfDays('2025-06/..')).toEqual({ first: '2025-06-01', last: '9999-12-31' })
  expect(edtfDays(null)).toBeNull()
})

test('dates sort by their first day, undated ones last', () => {
  const dates = [
    null,
    '2025-11-07T10:49',
    '2025',
    '2024-12',
    null,
    '2025-01-01',
    '2025-11-07T09:00',
    '2025-01',
  ]
  expect(dates.sort(compareEdtf)).toEqual([
    '2024-12',
    '2025-01-01',
    '2025-01',
    '2025',
    '2025-11-07T09:00',
    '2025-11-07T10:49',
    null,
    null,
  ])
})

test('every day of the calendar is read as itself', () => {
  const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10)
      expect(edtfDays(iso)).toEqual({ first: iso, last: iso })
    }),
  )
})
