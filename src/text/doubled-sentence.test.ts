import { expect, test } from 'vitest'
import { describePassage } from './describe-passage.ts'
import { standsDoubled } from './doubled-sentence.ts'
import { matchQuote } from './match-quote.ts'
import { prepareText } from './prepared-text.ts'

const before = 'The envoy came on Monday with three aides. '
const sentence = 'He agreed on four channels, he told reporters. '
const after = 'Nobody could be reached for comment by noon.'

function spanOf(text: string, words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

test('a sentence that stands twice in a row is told from words that come again', () => {
  const doubled = before + sentence + sentence + after
  expect(standsDoubled(doubled, spanOf(doubled, 'four channels'))).toBe(true)
  expect(standsDoubled(doubled, spanOf(doubled, 'three aides'))).toBe(false)
  const again = before + sentence + after + sentence
  expect(standsDoubled(again, spanOf(again, 'four channels'))).toBe(false)
})

test('a mark in a sentence that was put in once more beside itself is on neither of the two', () => {
  const old = prepareText(before + sentence + after)
  const now = prepareText(before + sentence + sentence + after)
  const match = (words: string) => matchQuote(describePassage(old.text, spanOf(old.text, words)), now, old)
  expect(match('four channels').outcome).toBe('orphan')
  expect(match('reporters.').outcome).toBe('orphan')
  expect(match('came on Monday').outcome).toBe('exact')
  expect(match('reached for comment').outcome).toBe('moved')
})

test('a mark in one of two equal sentences stays where both stay', () => {
  const text = before + sentence + sentence + after
  const passage = describePassage(text, spanOf(text, 'four channels'))
  const now = prepareText(`Updated at noon. ${text}`)
  expect(matchQuote(passage, now, prepareText(text)).outcome).toBe('moved')
})
