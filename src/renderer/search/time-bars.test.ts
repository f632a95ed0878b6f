import { expect, test } from 'vitest'
import type { SearchTimeline } from '#contract/search.ts'
import { daysBetween, timeBars } from './time-bars.ts'

const bar = (from: string, to: string, count: number) => ({ from, to, count, query: '' })

test('months without hits stand between those that have some', () => {
  const timeline: SearchTimeline = {
    unit: 'month',
    bars: [bar('2024-11-01', '2024-11-30', 2), bar('2025-02-01', '2025-02-28', 1)],
    undated: 3,
  }
  expect(timeBars(timeline)).toEqual([
    { from: '2024-11-01', to: '2024-11-30', count: 2 },
    { from: '2024-12-01', to: '2024-12-31', count: 0 },
    { from: '2025-01-01', to: '2025-01-31', count: 0 },
    { from: '2025-02-01', to: '2025-02-28', count: 1 },
  ])
})

test('days and years go on over the ends of months and centuries', () => {
  const days = timeBars({
    unit: 'day',
    bars: [bar('2024-02-28', '2024-02-28', 1), bar('2024-03-01', '2024-03-01', 1)],
    undated: 0,
  })
  expect(days.map(({ from }) => from)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
  const years = timeBars({
    unit: 'year',
    bars: [bar('1999-01-01', '1999-12-31', 1), bar('2001-01-01', '2001-12-31', 1)],
    undated: 0,
  })
  expect(years.map(({ to }) => to)).toEqual(['1999-12-31', '2000-12-31', '2001-12-31'])
})

test('a range that was drawn backwards is the same range', () => {
  const [early, late] = [
    { from: '2025-01-01', to: '2025-01-31', count: 0 },
    { from: '2025-03-01', to: '2025-03-31', count: 0 },
  ]
  expect(daysBetween(late, early)).toEqual({ from: '2025-01-01', to: '2025-03-31' })
  expect(timeBars({ unit: 'day', bars: [], undated: 1 })).toEqual([])
})
