import { expect, test } from 'vitest'
import { type SearchedCasebook, searchedCasebook } from '../test-casebook.ts'

function spellings(): SearchedCasebook {
  const casebook = searchedCasebook()
  casebook.addSource({ title: 'A', text: 'Ahmed al-Sharaa met Tom Barrack. Al-Sharaa left on 30/06/2025.' })
  casebook.addSource({ title: 'B', text: 'Ahmad al-Sharaa spoke. The envoy did not.' })
  casebook.addSource({ title: 'C', text: `${'a'.repeat(40)}b and nothing else` })
  return casebook
}

test('a pattern is looked up in the texts as they are written, alone or beside words', () => {
  using casebook = spellings()
  const sorted = (query: string) => casebook.titles(query).toSorted()
  expect(sorted('/Ahm[ae]d al-Sharaa/')).toEqual(['A', 'B'])
  expect(sorted('/AHM[AE]D/')).toEqual([])
  expect(sorted('/AHM[AE]D/i')).toEqual(['A', 'B'])
  expect(sorted('/Ahm[ae]d/ envoy')).toEqual(['B'])
  expect(sorted('/Ahm[ae]d/ -/Barr?ack/')).toEqual(['B'])
  expect(sorted('envoy OR /\\d{2}\\/\\d{2}\\/\\d{4}/')).toEqual(['A', 'B'])
  expect(sorted('(/Tom [A-Z]/ OR nothing) -envoy')).toEqual(['A', 'C'])
})

test('what a pattern stands for is marked to the character, and counted', () => {
  using casebook = spellings()
  const { hits, total, explained } = casebook.search('/[Aa]l-Sharaa/', { explain: true })
  expect(total).toBe(2)
  const found = hits.find(({ title }) => title === 'A')
  expect(found?.passages.map(({ start, text }) => [start, text])).toEqual([
    [6, 'al-Sharaa'],
    [33, 'Al-Sharaa'],
  ])
  expect(found?.why).toEqual([{ part: '/[Aa]l-Sharaa/', matches: 2, inTitle: false }])
  expect(explained).toMatchObject([{ part: '/[Aa]l-Sharaa/', total: 2 }])
})

test('a pattern that never ends is stopped, and the answer says so', () => {
  using casebook = spellings()
  const { message } = casebook.search('/(a+)+$/')
  expect(message).toMatch(/takes too long on one of the texts/)
})

test('what is no pattern is said with its place, and searched for as words', () => {
  using casebook = spellings()
  expect(casebook.search('envoy /(ab/')).toMatchObject({ total: 0 })
  expect(casebook.search('envoy /(ab/').message).toMatch(
    /pattern at character 7 is no regular expression \(Unterminated group\)/,
  )
  expect(casebook.search('envoy /ab').message).toMatch(/The \/ at character 7 has no partner/)
  expect(casebook.search('title:/ab/').message).toMatch(/take away title: before it/)
  expect(casebook.search('envoy / spoke').message).toBeNull()
})
