import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from './decode.ts'
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

test.each([
  ['Caf\xe9', 'Café'],
  ['na\xefve', 'naïve'],
  ['\x93Yes,\x94 he said.', '“Yes,” he said.'],
])('a few words with an accent or curly quotes are read as Western European', (letters, words) => {
  const { text, how } = decode(new Uint8Array(Buffer.from(letters, 'latin1')))
  expect([text, how]).toEqual([words, 'guess'])
})

test('very few letters of another script are still read, in a guess that can be changed', () => {
  const greeting = iconv.encode('שלום עולם', 'windows-1255')
  expect(decode(greeting).how).toBe('guess')
  expect(likelyEncodings(greeting).map(({ sample }) => sample)).toContain('שלום עולם')
})

test('an encoding that was declared and does not fit gives way to one that does', () => {
  const page = iconv.encode('Над проливом взошло солнце, и корабли ушли в море.', 'windows-1251')
  expect(decode(page, { declared: 'utf-8' }).text).toMatch(/^Над проливом/)
  expect(decode(page, { declared: 'windows-1251' }).how).toBe('declared')
})
