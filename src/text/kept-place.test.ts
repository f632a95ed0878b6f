import { expect, test } from 'vitest'
import { describePassage } from './describe-passage.ts'
import { isContradicted, keptPlace } from './kept-place.ts'
import { type PreparedText, prepareText } from './prepared-text.ts'
import { readMark } from './quote-evidence.ts'

const envoy = 'The envoy said on Monday that the talks go on.'
const caption = 'Ships wait before the harbour of Marrowgate.'
const vote = 'Nobody spoke of the vote in the north.'
const fee = 'A pilot costs a thousand crowns since the decree.'

/** The mark on the words of one sentence, and what the neighbours say of it in the new text. */
function kept(old: string, words: string, now: string, nth = 0) {
  const [madeOn, on] = [prepareText(old), prepareText(now)]
  const found = keptPlace(markOn(madeOn, words, nth), madeOn, on)
  return { ...found, words: found.place && now.slice(found.place.start, found.place.end) }
}

function markOn(madeOn: PreparedText, words: string, nth = 0) {
  let start = madeOn.plain.indexOf(words)
  for (let at = 0; at < nth; at += 1) start = madeOn.plain.indexOf(words, start + 1)
  return readMark(describePassage(madeOn.text, { start, end: start + words.length }), madeOn)
}

test('one of several equal captions is found between the paragraphs that it stood between', () => {
  const old = [caption, envoy, caption, vote, caption].join('\n')
  const now = ['Updated at noon.', caption, envoy, caption, vote, caption].join('\n')
  const { place, words, undecided } = kept(old, 'harbour', now, 1)
  expect(words).toBe('harbour')
  expect(place?.start).toBe(now.indexOf('harbour', now.indexOf(envoy)))
  expect(undecided).toBe(false)
})

test('a single letter stands where its neighbours stand', () => {
  const old = `${envoy} Section b of the decree stays. ${vote}`
  const now = `New: ${envoy} Section b of the decree stays. ${vote}`
  expect(kept(old, 'b', now, 0).place).toEqual({
    start: now.indexOf('b of'),
    end: now.indexOf('b of') + 1,
    errors: 0,
  })
})

test('words that were changed a little stand between the same neighbours, with their errors', () => {
  const old = `${envoy} ${fee} ${vote}`
  const { words, place } = kept(old, 'a thousand crowns since', old.replace('thousand', 'thousend'))
  expect(words).toBe('a thousend crowns since')
  expect(place?.errors).toBe(1)
})

test('words that went leave a place without them between their neighbours', () => {
  const old = [envoy, fee, vote].join('\n')
  const { place, enclosed } = kept(old, fee, [envoy, vote].join('\n'))
  expect(place).toBeNull()
  expect(enclosed).not.toBeNull()
})

test('where a sentence was put in once more beside itself, the neighbours do not tell which one is meant', () => {
  const old = [envoy, fee, vote].join(' ')
  expect(kept(old, 'a thousand crowns', [envoy, fee, fee, vote].join(' '))).toMatchObject({
    place: null,
    undecided: true,
  })
})

test('neighbours that went apart say nothing', () => {
  const far = Array.from({ length: 20 }, (_, at) => `Paragraph ${at} is new, and tells of other things.`)
  const old = `The end of it ${envoy}`
  const now = [`The end of it`, ...far, envoy].join('\n')
  expect(kept(old, 'it The', now).place).toBeNull()
})

test('a place is contradicted where the words of the mark went elsewhere', () => {
  const old = [envoy, fee, vote].join('\n')
  const now = [fee, envoy, vote, fee.replace('A pilot', 'Each pilot')].join('\n')
  const [madeOn, on] = [prepareText(old), prepareText(now)]
  const mark = markOn(madeOn, fee)
  expect(isContradicted(mark, madeOn, on, { start: 0, end: fee.length })).toBe(false)
  expect(isContradicted(mark, madeOn, on, { start: now.indexOf('Each'), end: now.length })).toBe(true)
})
