import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '#text/typo.ts'
import { searchedCasebook } from '../test-casebook.ts'
import { similarWords, warmVocabulary } from './vocabulary.ts'
import { wordsNear } from './walk-words.ts'

const letters = fc.constantFrom('a', 'b', 'c', 'd', 'ш', 'щ', 'ה')
const words = fc.array(letters, { minLength: 1, maxLength: 7 }).map((all) => all.join(''))

test('the words near another one are found in the index as by comparing it with each', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(words, { minLength: 1, maxLength: 60 }),
      words,
      fc.nat(2),
      (all, word, slips) => {
        using casebook = searchedCasebook()
        casebook.addSource({ title: null, text: all.join(' ') })
        const near = all.filter((other) => editDistance(word, other, slips) !== null)
        expect(wordsNear(casebook.casebook.store, word, slips).toSorted()).toEqual(near.toSorted())
      },
    ),
    { numRuns: 60 },
  )
})

test('before all words are read in, a slip finds the same as afterwards', () => {
  const typed = ['presidnt', 'presdient', 'evnoy', 'xyz', '20255', '1stt']
  const [before, after] = [false, true].map((isRead) => {
    using casebook = searchedCasebook()
    const { store } = casebook.casebook
    casebook.addSource({
      title: null,
      text: 'president presidents presided resident preside envoy envoys 2025 2026 1st 1000',
    })
    if (isRead) while (warmVocabulary(store));
    return typed.map((word) => similarWords(store, word, 2).toSorted((a, b) => (a.word < b.word ? -1 : 1)))
  })
  expect(after).toEqual(before)
  expect(before?.[2]?.map(({ word }) => word)).toEqual(['envoy', 'envoys'])
})
