import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords, detectDirection } from './language.ts'

test('words are what stands between white space, whatever white space it is', () => {
  expect(countWords('')).toBe(0)
  expect(countWords(' One, two\u00a0three\u3000four — five\n')).toBe(6)
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const text = `a${String.fromCharCode(unit)}b`
    expect([unit, countWords(text)]).toEqual([unit, text.match(/\S+/g)?.length])
  }
  fc.assert(fc.property(fc.string(), (text) => countWords(text) === (text.match(/\S+/g)?.length ?? 0)))
})

test('a text runs the way most of its letters run', () => {
  expect(detectDirection('Words, and “علي” among them.')).toBe('ltr')
  expect(detectDirection('قال علي (Ali) للصحيفة')).toBe('rtl')
  expect(detectDirection('1, 2, 3')).toBe('ltr')
})

test('every letter of a script that runs leftwards tells so', () => {
  const leftwards = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const letter = String.fromCodePoint(point)
    if (leftwards.test(letter)) expect([point, detectDirection(letter)]).toEqual([point, 'rtl'])
  }
})
