import { expect, test } from 'vitest'
import { readWords } from './read-words.ts'
import { readRelativeDate, resolveRelative } from './relative-dates.ts'

const seen = { edtf: '2024-03-07T01:30', rule: 'when the page was saved' }

test.each([
  ['3 hours ago', '2024-03-06'],
  ['an hour ago', '2024-03-07'],
  ['2h', '2024-03-06'],
  ['Yesterday at 7:15 pm', '2024-03-06'],
  ['today', '2024-03-07'],
  ['vor 2 Stunden', '2024-03-06'],
  ['gestern', '2024-03-06'],
  ['il y a 3 jours', '2024-03-04'],
  ['hace 2 semanas', '2024-02-22~'],
  ['منذ ساعتين', '2024-03-06'],
  ['قبل 3 أيام', '2024-03-04'],
  ['۲ ساعت پیش', '2024-03-06'],
  ['вчера', '2024-03-06'],
  ['4 months ago', '2023-11'],
  ['2 years ago', '2022'],
])('“%s” is counted back to %s', (words, edtf) => {
  const date = readRelativeDate(words, 5)
  expect(date && resolveRelative(date, seen)).toEqual({
    start: 5,
    end: 5 + words.length,
    edtf,
    certainty: 'guess',
    rule: `“${words}”, counted back from when the page was saved (2024-03-07T01:30)`,
  })
})

test('hours before a day of which no time is told are about that day', () => {
  const date = readRelativeDate('5 hours ago', 0)
  expect(date && resolveRelative(date, { ...seen, edtf: '2024-03-07' })?.edtf).toBe('2024-03-07~')
})

test('how long something takes is no date', () => {
  for (const words of ['3 days', '2 hours', 'one week', 'a month', '3 hours later', '12'])
    expect([words, readRelativeDate(words, 0)]).toEqual([words, null])
})

test('the date stays empty where nothing tells when the words were seen', () => {
  const text =
    'Quiet talks resume\nMaren Holt\n3 hours ago\n\nThe coast guard said on Tuesday that it had escorted a ship.\n'
  expect(readWords(text).fields.published).toBeUndefined()
  expect(readWords(text, { seen }).fields.published).toMatchObject({
    value: '2024-03-06',
    evidence: { certainty: 'guess', words: '3 hours ago' },
  })
})
