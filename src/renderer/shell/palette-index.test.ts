import { expect, test } from 'vitest'
import { indexPalette, inOrder, type PaletteEntry } from './palette-index.ts'

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

const inOrderFor = (typed: string, visited: readonly string[], ...found: readonly PaletteEntry[]) =>
  inOrder(found, typed, new Set(visited)).map(({ id }) => id)

test('what is fewer slips away comes first, whatever was visited', () => {
  const back = entry('back', 'Back')
  const tom = entry('tom', 'Tom Barrack', ['Thomas J. Barrack'])
  expect(inOrderFor('Barack', ['back'], back, tom)).toEqual(['tom', 'back'])
})

test('what has the letters as they stand leaves no room for slips', () => {
  const [briefs, brice, inside] = [
    entry('briefs', 'Briefs'),
    entry('brice', 'Mr. Brice to Mr. Knox'),
    entry('inside', 'A debriefing'),
  ]
  expect(inOrderFor('brief', [], brice, inside, briefs)).toEqual(['briefs', 'inside'])
  expect(inOrderFor('brief', ['inside'], brice, briefs, inside)).toEqual(['inside', 'briefs'])
})
