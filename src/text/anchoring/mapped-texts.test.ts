import { expect, test } from 'vitest'
import { caseless, mapBetween } from './mapped-texts.ts'
import { prepareText } from './prepared-text.ts'

const envoy = 'The envoy said on Monday that the talks go on.'
const harbour = 'Ships wait before the harbour of Marrowgate.'
const vote = 'Nobody spoke of the vote in the north.'
const fee = 'A pilot costs a thousand crowns since the decree.'

/** Where the words of the old text went, read from the new one; a dot for each character that went nowhere. */
function followed(old: string, words: string, now: string): string {
  const map = mapBetween(prepareText(old), prepareText(now))
  const start = old.indexOf(words)
  return Array.from(words, (_, at) => now[map.now[start + at] ?? -1] ?? '.').join('')
}

test('sentences that changed places are followed', () => {
  expect(followed(`${envoy}\n${harbour}`, harbour, `${harbour}\n${envoy}`)).toBe(harbour)
})

test('a word with a slip in it keeps its other letters, and one that went has no place', () => {
  const old = [envoy, fee, vote].join(' ')
  expect(followed(old, 'a thousand crowns', old.replace('thousand', 'thousend'))).toBe('a thous.nd crowns')
  expect(followed(old, 'a thousand crowns', old.replace('thousand ', ''))).toBe('a .........crowns')
})

test('capitals are no other letters', () => {
  expect(followed(envoy, 'envoy said', envoy.toUpperCase())).toBe('ENVOY SAID')
  expect(caseless('İstanbul').length).toBe('İstanbul'.length)
})

test('a sentence edited in its place stays there, though a copy of it fits better elsewhere', () => {
  const old = [envoy, fee, vote, harbour].join('\n')
  const edited = fee.replace('a thousand', 'two thousand')
  const now = [envoy, edited, vote, harbour, fee].join('\n')
  const map = mapBetween(prepareText(old), prepareText(now))
  expect(map.now[old.indexOf('crowns')]).toBe(now.indexOf('crowns'))
})

test('of two sentences that begin alike each keeps its own beginning', () => {
  const [first, second] = ['The harbour master denied it twice.', 'The harbour office was closed on Friday.']
  const old = [first, envoy, second, vote].join(' ')
  const now = [second, vote, first, envoy].join(' ')
  expect(followed(old, first, now)).toBe(first)
  const map = mapBetween(prepareText(old), prepareText(now))
  expect(map.now[old.indexOf(second)]).toBe(0)
})

test('what two stretches claim is contested', () => {
  const old = [envoy, harbour, vote].join(' ')
  const map = mapBetween(prepareText(old), prepareText([envoy, harbour, harbour, vote].join(' ')))
  expect(map.contestedOld[old.indexOf('harbour')]).toBe(1)
  expect(map.contestedOld[old.indexOf('envoy')]).toBe(0)
})
