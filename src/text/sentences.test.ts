import { expect, test } from 'vitest'
import { paragraphAt, paragraphs } from './paragraphs.ts'
import { sentences } from './sentences.ts'

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

test('a sentence is not cut after abbreviations, initials and acronyms', () => {
  const all = [
    'A senior U.S. official told Mr. Barrack that Gov. George W. Bush had met Lt. Col. Smith.',
    'He left on Sept. 3.',
    'It is No. 4, cf. p. 12.',
  ]
  expect(cut(all.join(' '))).toEqual(all)
})

test('a sentence that ends with an acronym ends there', () => {
  expect(cut('They flew to the U.S. The talks went on. He backs the U.N. However, it failed.')).toEqual([
    'They flew to the U.S.',
    'The talks went on.',
    'He backs the U.N.',
    'However, it failed.',
  ])
})

test('a quotation goes on into its speaker', () => {
  expect(cut('“Is it false?” he asked. “It is.” She left.')).toEqual([
    '“Is it false?” he asked.',
    '“It is.”',
    'She left.',
  ])
})

test('a paragraph ends a sentence, and white space belongs to none', () => {
  const text = '  No full stop here \n\n\tSecond.  Third? \r\n'
  expect(cut(text)).toEqual(['No full stop here', 'Second.', 'Third?'])
  expect(paragraphs(text)).toEqual([
    { start: 2, end: 19 },
    { start: 23, end: 38 },
  ])
})

test('Arabic and Chinese sentences end at their own marks', () => {
  expect(cut('هل انتهت المحادثات؟ نعم. 会談は終わった。次は来月だ。')).toEqual([
    'هل انتهت المحادثات؟',
    'نعم.',
    '会談は終わった。',
    '次は来月だ。',
  ])
})

test('the paragraph round a place is its line', () => {
  expect(paragraphAt('one\ntwo\n', 5)).toEqual({ start: 4, end: 7 })
  expect(paragraphAt('one\n\ntwo', 4)).toEqual({ start: 4, end: 4 })
})
