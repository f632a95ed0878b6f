import { expect, test } from 'vitest'
import { bytesInWords, complaintAbout, countOf, dateInWords, dayInWords } from './source-words.ts'

test('dates are written as an analyst writes them, and left alone where they are not plain', () => {
  expect(dateInWords('2025-11-07')).toBe('7 Nov 2025')
  expect(dateInWords('2024-12')).toBe('Dec 2024')
  expect(dateInWords('2025-11-07T10:49')).toBe('7 Nov 2025, 10:49')
  expect(dayInWords('2025-11-07T10:49')).toBe('7 Nov 2025')
  expect(dateInWords('2025-06~')).toBe('2025-06~')
  expect(dateInWords('2024')).toBe('2024')
  expect(dateInWords(null)).toBe('')
})

test('a date that is none is complained about, an empty value is not', () => {
  expect(complaintAbout('published', 'yesterday')).toMatch(/2025-11-07/)
  expect(complaintAbout('published', '2025-11-07T10:49')).toBeNull()
  expect(complaintAbout('published', '')).toBeNull()
  expect(complaintAbout('author', 'yesterday')).toBeNull()
})

test('numbers agree with their words', () => {
  expect([countOf(1, 'source'), countOf(1_200, 'source')]).toEqual(['1 source', '1,200 sources'])
  expect([bytesInWords(855), bytesInWords(1_204_224)]).toEqual(['855 bytes', '1.2 MB'])
})
