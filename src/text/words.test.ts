import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { eachWord, foldedStream, words } from './words.ts'

const cut = (text: string) => words(text).map(({ word }) => word)
const shown = (text: string) => words(text).map(({ word, start, end }) => [word, text.slice(start, end)])

test('words are whole, in lower case and never stemmed', () => {
  expect(cut('Normalization talks; NORMALIZING ties.')).toEqual([
    'normalization',
    'talks',
    'normalizing',
    'ties',
  ])
})

test('a possessive is dropped from the word and covered by the span', () => {
  expect(shown('Netanyahu’s aide, Syria\'s new "TRUMP\'S"')).toEqual([
    ['netanyahu', 'Netanyahu’s'],
    ['aide', 'aide'],
    ['syria', "Syria's"],
    ['new', 'new'],
    ['trump', "TRUMP'S"],
  ])
})

test('inner apostrophes and the signs of hamza and ayn are dropped', () => {
  expect(shown("Hay'at, Sa’ar’s, Sanaʿa, don't, ʿAli")).toEqual([
    ['hayat', "Hay'at"],
    ['saar', 'Sa’ar’s'],
    ['sanaa', 'Sanaʿa'],
    ['dont', "don't"],
    ['ali', 'Ali'],
  ])
})

test('quotation marks round a word are no part of it', () => {
  expect(shown("'soft' ‘talks’ states’ ''s'")).toEqual([
    ['soft', 'soft'],
    ['talks', 'talks'],
    ['states', 'states'],
    ['s', 's'],
  ])
})

test('hyphens and all dashes part words', () => {
  expect(cut('al-Sharaa an onion—we Arab‑Israeli 1967–74 x−y')).toEqual([
    'al',
    'sharaa',
    'an',
    'onion',
    'we',
    'arab',
    'israeli',
    '1967',
    '74',
    'x',
    'y',
  ])
})

test('dotted single letters are one word, its last dot covered', () => {
  expect(shown('the U.S.-brokered U.S. envoy, J.D. Vance, U.S’s and U.S.’s a.m.')).toEqual([
    ['the', 'the'],
    ['us', 'U.S.'],
    ['brokered', 'brokered'],
    ['us', 'U.S.'],
    ['envoy', 'envoy'],
    ['jd', 'J.D.'],
    ['vance', 'Vance'],
    ['us', 'U.S’s'],
    ['and', 'and'],
    ['us', 'U.S.’s'],
    ['am', 'a.m.'],
  ])
  expect(cut('George W. Bush. A new x.y.com, Ph.D.')).toEqual([
    'george',
    'w',
    'bush',
    'a',
    'new',
    'xy',
    'com',
    'ph',
    'd',
  ])
})

test('digits grouped by thousands are one word, other numbers part', () => {
  expect(shown('1,000 and 12,345,678; 1\u202f000')).toEqual([
    ['1000', '1,000'],
    ['and', 'and'],
    ['12345678', '12,345,678'],
    ['1000', '1\u202f000'],
  ])
  expect(cut('30/06/2025 1.5 2024,202 3,14 1,0000 July 3, 200')).toEqual([
    '30',
    '06',
    '2025',
    '1',
    '5',
    '2024',
    '202',
    '3',
    '14',
    '1',
    '0000',
    'july',
    '3',
    '200',
  ])
})

test('accents, width and Eastern digits fold; footnote marks fall off', () => {
  expect(cut('Élysée naïve Straße Ｒｅｕｔｅｒｓ ２０２５ ٢٠٢٥ ۲۰۲۵ agreement² İstanbul Łódź')).toEqual([
    'elysee',
    'naive',
    'strasse',
    'reuters',
    '2025',
    '2025',
    '2025',
    'agreement',
    'istanbul',
    'lodz',
  ])
})

test('Arabic folds vowel marks, tatweel and hamza carriers', () => {
  expect(cut('مُحَمَّد محـــمد أحمد إحمد آحمد سورية سوريه مصطفى')).toEqual([
    'محمد',
    'محمد',
    'احمد',
    'احمد',
    'احمد',
    'سوريه',
    'سوريه',
    'مصطفي',
  ])
})

test('Hebrew folds niqqud and the quote inside an acronym', () => {
  expect(cut('שָׁלוֹם צה"ל צה״ל')).toEqual(['שלום', 'צהל', 'צהל'])
})

test('scripts without spaces give one word a character', () => {
  expect(shown('北京と東京 カﾞ')).toEqual([
    ['北', '北'],
    ['京', '京'],
    ['と', 'と'],
    ['東', '東'],
    ['京', '京'],
    ['ガ', 'カﾞ'],
  ])
  expect(cut('𠮷野家 한국어')).toEqual(['𠮷', '野', '家', '한국어'])
  expect(cut('한국어'.normalize('NFD'))).toEqual(['한국어'])
})

test('invisible characters inside a word are dropped, outside they are not covered', () => {
  expect(shown('nor\u00admalization \u200eSyria\u200f peace\u200btalks')).toEqual([
    ['normalization', 'nor\u00admalization'],
    ['syria', 'Syria'],
    ['peace', 'peace'],
    ['talks', 'talks'],
  ])
})

test('emoji and lone surrogates are no words', () => {
  expect(cut('peace 🕊️ 👩‍👩‍👧 \ud800 talks 1️⃣')).toEqual(['peace', 'talks', '1'])
})

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('aZ5ß.’\',- "ـأأ北ガִ́\u200b\u00ad.İ')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})

test('spans are in order, inside the text and never overlap, whatever the text', () => {
  fc.assert(
    fc.property(text, (any) => {
      let last = 0
      eachWord(any, (word, start, end) => {
        expect(word).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      })
      expect(last).toBeLessThanOrEqual(any.length)
    }),
    { numRuns: 2000 },
  )
})

test('every character of Unicode makes words that read back as the same', () => {
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point)
    const stream = foldedStream(`a ${character}b c${character} ${character}`)
    if (foldedStream(stream) !== stream) expect.fail(`U+${point.toString(16)} gives ${stream}`)
    if (fold(fold(character)) !== fold(character))
      expect.fail(`U+${point.toString(16)} folds to ${fold(character)}`)
  }
})

test('the folded stream reads back as the same words', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(foldedStream(any)).toBe(cut(any).join(' '))
      expect(cut(foldedStream(any))).toEqual(cut(any))
    }),
    { numRuns: 2000 },
  )
})

test('folding twice changes nothing, and words are folded', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(fold(fold(any))).toBe(fold(any))
      for (const word of cut(any)) expect(fold(word)).toBe(word)
    }),
    { numRuns: 2000 },
  )
})
