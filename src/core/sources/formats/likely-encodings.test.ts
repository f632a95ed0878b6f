import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { likelyEncodings } from './likely-encodings.ts'

const czech = 'Vláda schválila půlhodinu, řekl ministr. Přílohu dostane každý čtenář zítra večer.'

test('the encoding that a text was written in comes first, and reads as it was written', () => {
  const [first] = likelyEncodings(iconv.encode(czech, 'windows-1250'))
  expect(first).toEqual({ name: 'Windows-1250', sample: czech, likelihood: 1 })
})

test('curly quotes alone leave nothing to choose: every usual encoding reads them alike', () => {
  const bytes = iconv.encode('“It is a test,” he said — and it’s fine.', 'windows-1252')
  expect(likelyEncodings(bytes).filter(({ likelihood }) => likelihood > 0.9)).toHaveLength(1)
})

test('a few letters can be read in several, each with its words', () => {
  const bytes = iconv.encode('Café à Paris, où l’été', 'windows-1252')
  const read = likelyEncodings(bytes)
  expect(read.length).toBeGreaterThan(2)
  expect(new Set(read.map(({ sample }) => sample)).size).toBe(read.length)
  expect(read.map(({ sample }) => sample)).toContain('Café à Paris, où l’été')
})

test('an encoding that leaves signs nobody writes is not offered', () => {
  for (const { sample } of likelyEncodings(iconv.encode(`${czech} “Ano”`, 'windows-1250')))
    expect(sample).not.toMatch(/[\ufffd\u0080-\u009f]/)
})
