import { expect, test } from 'vitest'
import { indexPalette, type PaletteEntry } from './palette-index.ts'

const entry = (id: string, title: string, otherNames: readonly string[] = []): PaletteEntry => ({
  id,
  kind: 'entity',
  title,
  details: [],
  otherNames,
  place: null,
})

const index = indexPalette([
  entry('barrack', 'Tom Barrack', ['Thomas Barrack']),
  entry('tamwari', 'Idris al-Tamwari', ['إدريس التموري']),
  entry('strait', 'Karsa Strait', ['the strait', 'مضيق كرسا']),
  entry('cafe', 'Café Régence'),
])
const found = (typed: string) => index.find(typed, 5).map(({ id }) => id)

test('a few letters of each word find a name', () => {
  expect(found('to ba')).toEqual(['barrack'])
  expect(found('tamw')).toEqual(['tamwari'])
})

test('a slip is forgiven where the letters as typed lead nowhere', () => {
  expect(found('barak')).toEqual(['barrack'])
  expect(found('karsa strat')).toEqual(['strait'])
})

test('accents, case and other names do not stand in the way', () => {
  expect(found('CAFE')).toEqual(['cafe'])
  expect(found('thomas')).toEqual(['barrack'])
  expect(found('كرسا')).toEqual(['strait'])
})

test('every word must fit', () => {
  expect(found('karsa barrack')).toEqual([])
  expect(found('')).toEqual([])
})
