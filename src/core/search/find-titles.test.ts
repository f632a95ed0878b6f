import { expect, test } from 'vitest'
import { findTitles } from './find-titles.ts'
import { searchedCasebook } from './test-casebook.ts'

function titled() {
  const casebook = searchedCasebook()
  for (let at = 0; at < 1_600; at++) casebook.addSource({ text: 'Talks.', title: `Daily notice ${at}` })
  casebook.addSource({ text: 'Barrack in Damascus.', title: 'The envoy’s return to Damascus' })
  casebook.addSource({
    text: 'More of it.',
    title: 'Envoy arrives',
    publisher: 'Axios',
    published: '2025-06',
  })
  casebook.addSource({ text: 'envoy-notes.txt it is called', title: null })
  return casebook
}

const found = (casebook: ReturnType<typeof titled>, letters: string) =>
  findTitles(casebook.casebook, { letters, limit: 5 }).items.map(({ name }) => name)

test('every title is found by some letters of each word, however old its source is', () => {
  using casebook = titled()
  expect(found(casebook, 'noti 17')[0]).toBe('Daily notice 1517')
  expect(found(casebook, 'daily notice 0')).toContain('Daily notice 0')
  expect(found(casebook, 'damas env')).toEqual(['The envoy’s return to Damascus'])
  expect(found(casebook, 'DAMÁSCUS')).toEqual(['The envoy’s return to Damascus'])
})

test('what begins with the letters comes first, then the newest; an untitled source goes by its label', () => {
  using casebook = titled()
  expect(found(casebook, 'envoy')).toEqual([
    'envoy-notes.txt it i',
    'Envoy arrives',
    'The envoy’s return to Damascus',
  ])
})

test('what is found says where it is from, and by what file it came', () => {
  using casebook = searchedCasebook()
  const stated = { publisher: 'Axios', published: '2025-06' }
  const id = casebook.addSource({ text: 'It came.', title: 'Envoy arrives', label: 'arrives.txt', ...stated })
  expect(findTitles(casebook.casebook, { letters: 'envoy', limit: 1 }).items).toEqual([
    { id, name: 'Envoy arrives', label: 'arrives.txt', ...stated },
  ])
})

test('a slip is forgiven where the letters lead nowhere', () => {
  using casebook = titled()
  expect(found(casebook, 'damascsu')).toEqual(['The envoy’s return to Damascus'])
  expect(found(casebook, 'envoi arives')).toEqual(['Envoy arrives'])
  expect(found(casebook, 'zeppelin')).toEqual([])
  expect(found(casebook, '“…”')).toEqual([])
})
